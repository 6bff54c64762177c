"""What maps add to the campaign: two blocks, a menu, search results, an embed, a panel."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from campaign_blocks.kit.doors import DashboardPanel, Embed, SearchSource
from campaign_blocks.map import dashboard, search
from campaign_blocks.map.admin import MapGroup
from campaign_blocks.map.blocks import LocationBlock, MapBlock

register_snippet(MapGroup)


@hooks.register("register_campaign_block")
def map_block() -> tuple[str, MapBlock]:
    return "map", MapBlock()


@hooks.register("register_campaign_block")
def location_block() -> tuple[str, LocationBlock]:
    return "location", LocationBlock()


@hooks.register("register_search_source")
def places() -> SearchSource:
    return SearchSource(search.KIND, _("Places"), search.find, order=40)


@hooks.register("register_embed")
def map_embed() -> Embed:
    return Embed("map", _("Map of the places"), reverse("map:embed"), height=720)


@hooks.register("register_dashboard_panel")
def map_panel() -> DashboardPanel:
    return DashboardPanel(_("Map"), dashboard.panel, order=60)
