from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from campaign_blocks.petition.admin.signatures import SignatureAdmin
from campaign_blocks.petition.models import Petition

WORDS = [
    FieldPanel("title"),
    FieldPanel("slug"),
    FieldPanel("kind"),
    FieldPanel("ask"),
    FieldPanel("text"),
    FieldPanel("button_label"),
    FieldPanel("page"),
    MultiFieldPanel(
        [FieldPanel("letter_subject"), FieldPanel("letter_body")],
        heading=_("Message to lawmakers"),
    ),
]
SIGNING = [
    MultiFieldPanel(
        [FieldPanel("consent_mode"), FieldPanel("consent_statement")], heading=_("Consent")
    ),
    FieldPanel("confirm_by_mail"),
    FieldPanel("signers_abroad"),
    MultiFieldPanel(
        [FieldPanel("privacy_note"), FieldPanel("privacy_url")], heading=_("Who gets the data")
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
            FieldPanel("closed_text"),
        ],
        heading=_("Opens and closes"),
    ),
]
COUNT = [
    FieldPanel("show_from"),
    FieldPanel("goal_mode"),
    FieldRowPanel([FieldPanel("goal"), FieldPanel("goal_reason")]),
]
AFTERWARDS = [
    FieldPanel("thanks_title"),
    FieldPanel("thanks_text"),
    FieldPanel("share_text"),
    FieldPanel("mail_from_name"),
]


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
    copy_view_enabled = False
    edit_handler = TabbedInterface(
        [
            ObjectList(WORDS, heading=_("Words")),
            ObjectList(SIGNING, heading=_("Signing")),
            ObjectList(COUNT, heading=_("Count")),
            ObjectList(AFTERWARDS, heading=_("Afterwards")),
        ]
    )

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
        return [*super().get_submenu_items(), self.signatures.get_menu_item(order=20)]
