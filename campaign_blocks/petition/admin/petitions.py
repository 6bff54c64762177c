from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from campaign_blocks.petition import previewing  # noqa: F401  enters the modes of preview
from campaign_blocks.petition.admin import exports_menu
from campaign_blocks.petition.admin.petition_copy import PetitionCopyView
from campaign_blocks.petition.admin.petition_edit import PetitionEditView
from campaign_blocks.petition.admin.petition_tabs import edit_handler
from campaign_blocks.petition.admin.signatures import SignatureAdmin
from campaign_blocks.petition.desk import menu as desk
from campaign_blocks.petition.letters.staff import menu as letters
from campaign_blocks.petition.mailroom import menu as mailroom
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.public_names import menu as public_names


class PetitionViewSet(SnippetViewSet):
    model = Petition
    icon = "edit"
    menu_label = _("Petitions and sign-ups")
    menu_name = "petition-records"
    list_display = [
        "title",
        "kind",
        Column("confirmed", label=_("Counted"), sort_key="confirmed"),
        "closes_at",
    ]
    list_filter = ["kind"]
    search_fields = ["title", "slug"]
    search_backend_name = None
    copy_view_class = PetitionCopyView
    edit_view_class = PetitionEditView
    edit_handler = edit_handler

    def get_queryset(self, request: HttpRequest) -> Any:
        return Petition.objects.with_counts().order_by("title")


class PetitionGroup(SnippetViewSetGroup):
    """One entry of the menu: the petitions, and who signed them."""

    items = (PetitionViewSet,)
    menu_label = _("Petitions")
    menu_icon = "edit"
    menu_name = "petitions"
    menu_order = 210

    def __init__(self) -> None:
        super().__init__()
        self.signatures = SignatureAdmin()
        self.signatures.register_with_wagtail()

    def get_submenu_items(self) -> list[Any]:
        signatures = self.signatures.get_menu_item(order=20)
        return [
            *super().get_submenu_items(),
            signatures,
            exports_menu.menu_item(),
            public_names.menu_item(),
            letters.menu_item(),
            *mailroom.menu_items(),
            *desk.menu_items(),
        ]
