from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView

from campaign_blocks.kit.spreadsheet import SafeExport
from campaign_blocks.petition.admin.permissions import SignaturePermissions, user_can_export
from campaign_blocks.petition.models import Signature

EXPORTED = (
    "petition.title",
    "name",
    "email",
    "postal_code",
    "country",
    "state",
    "campaign_mail",
    "partner",
    "partner_mail",
    "source",
    "language",
    "created_at",
    "confirmed_at",
    "message",
)


class SignatureIndexView(SafeExport, IndexView):
    """The list; its export is for those who may take personal data out of the house."""

    export_headings = {
        "petition.title": _("Petition"),
        "campaign_mail": _("Campaign may email"),
        "partner_mail": _("Partner may email"),
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wanted = request.GET.get(self.EXPORT_VAR)
        if wanted and not user_can_export(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self, request: HttpRequest | None = None) -> Any:
        rows = super().get_queryset(request)
        return rows.prefetch_related("consents") if self.export else rows


class SignatureAdmin(ModelAdmin):
    model = Signature
    menu_label = _("Signatures")
    menu_icon = "group"
    menu_order = 20
    add_to_admin_menu = False  # it stands in the petitions' menu
    permission_helper_class = SignaturePermissions
    index_view_class = SignatureIndexView
    inspect_view_enabled = True
    history_view_enabled = False
    list_display = ("name", "email", "postal_code", "petition", "state", "partner", "created_at")
    list_filter = ("state", "petition", "partner")
    list_select_related = ("petition", "partner")
    list_per_page = 50
    search_fields = ("name", "email", "postal_code")
    ordering = ("-created_at",)
    export_filename = "signatures"
    inspect_view_fields = [
        "petition",
        "name",
        "email",
        "postal_code",
        "country",
        "state",
        "created_at",
        "confirmed_at",
        "judged_at",
        "page",
        "partner",
        "source",
        "language",
        "message",
        "agreed_to",
        "mail_sent",
    ]

    def get_list_export(self, request: HttpRequest) -> tuple[str, ...]:
        return EXPORTED if user_can_export(request.user) else ()
