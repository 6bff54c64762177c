from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView

from campaign_blocks.kit.spreadsheet import SafeExport
from campaign_blocks.organizations.models import Organization


class OrganizationIndexView(SafeExport, IndexView):
    """The list of organizations."""


class OrganizationAdmin(ModelAdmin):
    model = Organization
    menu_label = _("Organizations")
    menu_icon = "group"
    menu_order = 250
    index_view_class = OrganizationIndexView
    list_display = ("name", "member", "has_logo", "website", "sort_order")
    list_filter = ("member",)
    list_export = ("name", "slug", "website", "privacy_url", "member", "sort_order")
    list_per_page = 50
    list_select_related = ("logo",)
    search_fields = ("name", "slug")
    ordering = ("sort_order", "name")
    prepopulated_fields = {"slug": ("name",)}
    inspect_view_enabled = True

    def has_logo(self, organization: Organization) -> bool:
        return organization.logo_id is not None

    has_logo.boolean = True  # type: ignore[attr-defined]
    has_logo.short_description = _("Logo")  # type: ignore[attr-defined]
