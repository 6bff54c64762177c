from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem

from campaign_blocks.petition.public_names.permissions import user_can_moderate


class PublicNamesItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return user_can_moderate(request.user)


def menu_item() -> MenuItem:
    """In the petitions' menu, after the signatures."""
    return PublicNamesItem(
        gettext_lazy("Public names"),
        reverse("petition_public_names:list"),
        name="petition-public-names",
        icon_name="view",
        order=30,
    )
