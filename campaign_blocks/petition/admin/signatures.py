from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.options import ModelAdmin

from campaign_blocks.petition.admin.inspecting import SignatureInspectView
from campaign_blocks.petition.admin.permissions import SignaturePermissions
from campaign_blocks.petition.admin.signature_list import SignatureListView
from campaign_blocks.petition.models import Signature


class SignatureAdmin(ModelAdmin):
    model = Signature
    menu_label = _("Signatures")
    menu_icon = "group"
    menu_order = 20
    add_to_admin_menu = False  # it stands in the petitions' menu
    permission_helper_class = SignaturePermissions
    inspect_view_enabled = True
    inspect_view_class = SignatureInspectView
    inspect_template_name = "petition/admin/inspect_signature.html"
    history_view_enabled = False
    inspect_view_fields = [
        "petition",
        "name",
        "email",
        "phone",
        "postal_code",
        "city",
        "country",
        "comment",
        "public",
        "state",
        "created_at",
        "confirmed_at",
        "judged_at",
        "page",
        "partner",
        "source",
        "language",
        "message",
        "mail_sent",
    ]

    def index_view(self, request: HttpRequest) -> HttpResponseBase:
        answer: Any = SignatureListView.as_view()(request)
        return answer
