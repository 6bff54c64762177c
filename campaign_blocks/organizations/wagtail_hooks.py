"""What organizations add to the campaign: a block, a chooser, a menu entry and search results."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail_modeladmin.options import modeladmin_register

from campaign_blocks.kit.doors import SearchSource
from campaign_blocks.organizations import search
from campaign_blocks.organizations.admin import OrganizationAdmin
from campaign_blocks.organizations.blocks import LogoWallBlock
from campaign_blocks.organizations.choosers import organization_chooser_viewset

modeladmin_register(OrganizationAdmin)


@hooks.register("register_campaign_block")
def logo_wall() -> tuple[str, LogoWallBlock]:
    return "orgs", LogoWallBlock()


@hooks.register("register_admin_viewset")
def organization_chooser() -> ChooserViewSet:
    return organization_chooser_viewset


@hooks.register("register_search_source")
def organizations() -> SearchSource:
    return SearchSource(search.KIND, _("Organizations"), search.find, order=30)
