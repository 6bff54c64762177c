from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter  # type: ignore[import-untyped]
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from campaign_blocks.kit.spreadsheet import SafeExport
from campaign_blocks.map.models import Map, Place
from campaign_blocks.map.querysets import PlaceQuerySet
from campaign_blocks.map.shapes.names import STATES
from campaign_blocks.map.widgets import LocationPanel


class PlaceFilterSet(WagtailFilterSet):
    state = ChoiceFilter(label=_("State"), choices=list(STATES.items()))

    class Meta:
        model = Place
        fields = ["map", "kind", "state", "status", "verified", "published"]


class PlaceIndexView(SafeExport, IndexView):
    """The list of places."""


class PlaceViewSet(SnippetViewSet):
    model = Place
    index_view_class = PlaceIndexView
    icon = "site"
    menu_label = _("Places")
    list_display = ["name", "state", "kind", "status", "verified", "published", "updated_at"]
    list_per_page = 50
    list_export = ["external_id", "name", "city", "state", "kind", "status", "source", "source_url"]
    filterset_class = PlaceFilterSet
    search_fields = ["name", "city", "external_id"]
    search_backend_name = None
    ordering = ["state", "name"]
    panels = [
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
        MultiFieldPanel(
            [
                HelpPanel(_("Opponents will check: say who reported it, with a link.")),
                FieldPanel("source"),
                FieldPanel("source_url"),
                FieldPanel("verified"),
            ],
            heading=_("Source"),
        ),
        FieldPanel("action_url"),
        FieldPanel("external_id"),
        FieldPanel("published"),
    ]

    def get_queryset(self, request: HttpRequest) -> PlaceQuerySet:
        return Place.objects.with_kind()


class MapViewSet(SnippetViewSet):
    model = Map
    icon = "globe"
    menu_label = _("Maps")
    list_display = ["title", "slug", "basemap", "published"]
    search_fields = ["title", "slug"]
    search_backend_name = None
    panels = [
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldPanel("intro"),
        FieldPanel("basemap"),
        InlinePanel(
            "kinds",
            heading=_("Kinds of places"),
            label=_("Kind"),
            panels=[
                FieldRowPanel([FieldPanel("label"), FieldPanel("slug")]),
                FieldRowPanel([FieldPanel("singular"), FieldPanel("plural")]),
                FieldRowPanel([FieldPanel("meaning"), FieldPanel("tone"), FieldPanel("shape")]),
                FieldPanel("aliases"),
            ],
        ),
        FieldPanel("attribution"),
        FieldPanel("licence"),
        FieldPanel("report_email"),
        FieldPanel("published"),
    ]


class MapGroup(SnippetViewSetGroup):
    items = (PlaceViewSet, MapViewSet)
    menu_label = _("Map")
    menu_icon = "site"
    menu_order = 260
