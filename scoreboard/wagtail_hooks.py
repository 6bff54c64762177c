"""What the scoreboard offers: a block, admin pages, search results, targets and an embed."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.snippets.models import register_snippet
from wagtail_modeladmin.options import modeladmin_register

from campaign_blocks.kit.doors import (
    AreaFinder,
    DashboardPanel,
    Embed,
    FollowUp,
    SearchSource,
    StandingFinder,
    TargetFinder,
    WorkerStep,
)
from scoreboard.actions_panel import render_actions
from scoreboard.admin import hooks as admin_hooks  # noqa: F401  registers its own doors
from scoreboard.admin.group import ScoreboardGroup
from scoreboard.areas import find_areas
from scoreboard.blocks import ScoreboardBlock
from scoreboard.choosers import bill_chooser, legislator_chooser
from scoreboard.dashboard import render_panel
from scoreboard.follow_up import lawmakers
from scoreboard.pictures.step import drawing
from scoreboard.script_admin import ScriptSetViewSet
from scoreboard.search_source import search_legislators
from scoreboard.standings import find_standings
from scoreboard.targets import find_targets

modeladmin_register(ScoreboardGroup)
register_snippet(ScriptSetViewSet)


@hooks.register("register_campaign_block")
def scoreboard_block() -> tuple[str, ScoreboardBlock]:
    return "scoreboard", ScoreboardBlock()


@hooks.register("register_admin_viewset")
def choosers() -> list[ChooserViewSet]:
    return [legislator_chooser, bill_chooser]


@hooks.register("register_search_source")
def legislators() -> SearchSource:
    return SearchSource("legislators", _("Legislators"), search_legislators, order=20)


@hooks.register("register_target_finder")
def congress() -> TargetFinder:
    return find_targets


@hooks.register("register_area_finder")
def congressional_areas() -> AreaFinder:
    return find_areas


@hooks.register("register_standing_finder")
def standings() -> StandingFinder:
    return find_standings


@hooks.register("register_follow_up")
def after_signing() -> FollowUp:
    return FollowUp("lawmakers", lawmakers)


@hooks.register("register_dashboard_panel")
def panel() -> DashboardPanel:
    return DashboardPanel(_("Scoreboard"), render_panel, order=30)


@hooks.register("register_dashboard_panel")
def actions() -> DashboardPanel:
    return DashboardPanel(_("Calls and messages"), render_actions, order=31)


@hooks.register("register_embed")
def embed() -> Embed:
    return Embed("scoreboard", _("Scoreboard"), reverse("scoreboard:embed"), height=720)


@hooks.register("register_worker_step")
def share_images() -> WorkerStep:
    return WorkerStep("scoreboard.share_images", 5.0, drawing().run)
