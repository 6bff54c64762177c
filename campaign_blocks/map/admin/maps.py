from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from campaign_blocks.map.models import Map
from campaign_blocks.map.widgets import LocationPanel


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
        MultiFieldPanel(
            [LocationPanel("view_location"), FieldPanel("view_zoom")], heading=_("First view")
        ),
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
        MultiFieldPanel(
            [FieldPanel("attribution"), FieldPanel("licence"), FieldPanel("licence_url")],
            heading=_("Credit and licence"),
        ),
        FieldPanel("takes_reports"),
        FieldPanel("report_email"),
        FieldPanel("published"),
    ]
