"""What maps add to the campaign: two blocks, a menu, a queue, search results, an embed, a panel."""

from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from campaign_blocks.kit.doors import DashboardPanel, Embed, SearchSource, WorkerStep
from campaign_blocks.kit.personal_data import PersonalData
from campaign_blocks.kit.slots import Fill
from campaign_blocks.map import dashboard, search
from campaign_blocks.map.admin import imports, reports
from campaign_blocks.map.admin.bulk_actions import CheckPlaces, PublishPlaces, WithdrawPlaces
from campaign_blocks.map.admin.group import MapGroup
from campaign_blocks.map.blocks import LocationBlock, MapBlock
from campaign_blocks.map.pictures.step import drawing
from campaign_blocks.map.reports.forgetting import forget_old
from campaign_blocks.map.reports.personal import REPORTS
from campaign_blocks.map.reports.thanking import send_thanks
from campaign_blocks.map.views.report import fill_tokens

register_snippet(MapGroup)
for action in (PublishPlaces, WithdrawPlaces, CheckPlaces):
    hooks.register("register_bulk_action", action)


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


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLResolver]:
    return [path("map/reports/", include(reports)), path("map/imports/", include(imports))]


@hooks.register("register_worker_step")
def old_reports() -> WorkerStep:
    return WorkerStep("old reports", 3600, forget_old)


@hooks.register("register_slot")
def report_tokens() -> tuple[str, Fill]:
    return "map.report", fill_tokens


@hooks.register("register_worker_step")
def thanks_for_reports() -> WorkerStep:
    return WorkerStep("thanks for reports", 10, send_thanks)


@hooks.register("register_personal_data")
def reporters() -> PersonalData:
    return REPORTS


@hooks.register("register_worker_step")
def share_images() -> WorkerStep:
    return WorkerStep("share images of maps", 2.0, drawing().run)
