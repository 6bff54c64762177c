from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from campaign_blocks.petition.admin.permissions import user_can_export


class ExportsItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return user_can_export(request.user)


def menu_item() -> MenuItem:
    """Beside the signatures, which it takes out of the house."""
    address = reverse("petition_numbers:exports")
    return ExportsItem(_("Export"), address, name="export", icon_name="download", order=25)
