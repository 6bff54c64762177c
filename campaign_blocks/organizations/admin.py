from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.options import ModelAdmin

from campaign_blocks.organizations.models import Organization


class OrganizationAdmin(ModelAdmin):
    model = Organization
    menu_label = _("Organizations")
    menu_icon = "group"
    menu_order = 250
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
