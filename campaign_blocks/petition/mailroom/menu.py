from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from campaign_blocks.petition.mailroom.permissions import (
    user_can_lift,
    user_can_see_outbox,
    user_can_write_updates,
)


class AllowedItem(MenuItem):
    def __init__(
        self, label: str | Promise, url: str, *, allowed: Callable[[Any], bool], **kwargs: Any
    ) -> None:
        super().__init__(label, url, **kwargs)
        self.allowed = allowed

    def is_shown(self, request: Any) -> bool:
        return self.allowed(request.user)


def menu_items() -> list[MenuItem]:
    """In the petitions' menu."""
    return [
        AllowedItem(
            _("Updates to signers"),
            reverse("petition_updates:index"),
            allowed=user_can_write_updates,
            name="petition-updates",
            icon_name="mail",
            order=50,
        ),
        AllowedItem(
            _("Outbox"),
            reverse("petition_mail:outbox"),
            allowed=user_can_see_outbox,
            name="petition-outbox",
            icon_name="list-ul",
            order=52,
        ),
        AllowedItem(
            _("Stopped mailboxes"),
            reverse("petition_mail:stopped"),
            allowed=user_can_lift,
            name="petition-stopped",
            icon_name="no-view",
            order=54,
        ),
    ]
