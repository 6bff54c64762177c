from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.chooser import ChooserViewSet

from campaign_blocks.kit.preloading import RecordChoice


class OrganizationChooserViewSet(ChooserViewSet):
    model = "organizations.Organization"
    base_block_class = RecordChoice
    icon = "group"
    choose_one_text = _("Choose an organization")
    choose_another_text = _("Choose another organization")
    edit_item_text = _("Edit this organization")
    form_fields = ["name", "slug", "logo", "website"]
    creation_tab_label = _("New organization")
    per_page = 20


organization_chooser_viewset = OrganizationChooserViewSet("organization_chooser")
OrganizationChooserBlock: Any = organization_chooser_viewset.get_block_class(
    name="OrganizationChooserBlock", module_path="campaign_blocks.organizations.choosers"
)
