from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import BooleanColumn, StatusTagColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from campaign_blocks.kit.spreadsheet import SafeExport
from campaign_blocks.map.admin.place_filters import PlaceFilterSet
from campaign_blocks.map.admin.place_form import PlaceForm
from campaign_blocks.map.models import Place
from campaign_blocks.map.querysets import PlaceQuerySet
from campaign_blocks.map.widgets import LocationPanel

PANELS = [
    FieldRowPanel([FieldPanel("map"), FieldPanel("kind")]),
    FieldPanel("name"),
    FieldRowPanel([FieldPanel("city"), FieldPanel("state"), FieldPanel("country")]),
    LocationPanel("location"),
    FieldPanel("precision"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("start_date"), FieldPanel("start_precision")]),
            FieldPanel("status"),
            FieldRowPanel([FieldPanel("status_date"), FieldPanel("status_precision")]),
            FieldPanel("scope"),
        ],
        heading=_("Since when"),
    ),
    FieldPanel("description"),
    MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Picture")),
    MultiFieldPanel(
        [
            HelpPanel(_("Opponents will check: say who reported it, with a link.")),
            FieldPanel("source"),
            FieldPanel("source_url"),
            FieldRowPanel([FieldPanel("verified"), FieldPanel("verified_by")]),
        ],
        heading=_("Source"),
    ),
    FieldPanel("action_url"),
    FieldPanel("external_id"),
]


def place_state(place: Place) -> str:
    """Wagtail's own column asks for each place whether it is scheduled."""
    if not place.live:
        return _now("In review")
    return _now("Published, with a draft") if place.has_unpublished_changes else _now("Published")


def is_live(place: Place) -> bool:
    return place.live


class PlaceIndexView(SafeExport, IndexView):
    """The list of places."""

    @property
    def header_buttons(self) -> list[HeaderButton]:
        buttons: list[HeaderButton] = list(super().header_buttons)
        if self.request.user.has_perm("map.add_place"):
            address = reverse("map_imports:list")
            buttons.append(HeaderButton(_now("Import"), url=address, icon_name="upload"))
        return buttons


class PlaceViewSet(SnippetViewSet):
    model = Place
    index_view_class = PlaceIndexView
    icon = "site"
    menu_label = _("Places")
    list_display = [
        "name",
        "city",
        "state",
        "kind",
        "status",
        BooleanColumn("verified", label=_("Checked"), sort_key="verified"),
        "updated_at",
        StatusTagColumn("live", label=_("On the map"), accessor=place_state, primary=is_live),
    ]
    list_per_page = 50
    list_export = ["external_id", "name", "city", "state", "kind", "status", "source", "source_url"]
    filterset_class = PlaceFilterSet
    search_fields = ["name", "city", "external_id"]
    search_backend_name = None
    ordering = ["state", "name"]
    edit_handler = ObjectList(PANELS, base_form_class=PlaceForm)

    def get_queryset(self, request: HttpRequest) -> PlaceQuerySet:
        return Place.objects.with_kind()
