"""What partners add: landing pages in the menu, numbers on the dashboard, search results,
and the short names by which embeds tell whose they are."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from campaign_blocks.kit.doors import DashboardPanel, SearchSource
from campaign_blocks.partners import search
from campaign_blocks.partners.admin import PartnerPageViewSet
from campaign_blocks.partners.embeds import organization_of
from campaign_blocks.partners.panels import signatures_panel

register_snippet(PartnerPageViewSet)


@hooks.register("register_dashboard_panel")
def partner_signatures() -> DashboardPanel:
    return DashboardPanel(_("Signatures through partners"), signatures_panel, order=40)


@hooks.register("register_search_source")
def partners() -> SearchSource:
    return SearchSource(search.KIND, _("Partners"), search.find, order=35)


@hooks.register("register_embed_partner")
def embed_partner() -> Callable[[str], int | None]:
    return organization_of
