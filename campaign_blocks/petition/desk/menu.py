from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from campaign_blocks.petition.desk import permissions


class DeskItem(MenuItem):
    def __init__(
        self, label: Promise, view: str, allowed: Callable[[Any], bool], icon: str, order: int
    ) -> None:
        self.allowed = allowed
        name = f"petition-{view}"
        url = reverse(f"petition_desk:{view}")
        super().__init__(label, url, name=name, icon_name=icon, order=order)

    def is_shown(self, request: Any) -> bool:
        return self.allowed(request.user)


def menu_items() -> list[MenuItem]:
    """In the petitions' menu, after petitions and signatures."""
    return [
        DeskItem(_("Fraud desk"), "desk", permissions.user_can_look, "view", 80),
        DeskItem(_("Bulk changes"), "bulk", permissions.user_can_see_bulk, "list-ul", 82),
        DeskItem(_("Disposable mail"), "domains", permissions.user_can_list_domains, "mail", 84),
        DeskItem(_("Switches"), "switches", permissions.user_can_switch, "circle-check", 90),
    ]
