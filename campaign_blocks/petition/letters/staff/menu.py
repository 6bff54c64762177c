from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from campaign_blocks.petition.letters.staff.permissions import user_can_look


class LettersItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return user_can_look(request.user)


def menu_item() -> MenuItem:
    """In the petitions' menu, after signatures."""
    return LettersItem(
        _("Letters"),
        reverse("petition_letters:index"),
        name="petition-letters",
        icon_name="draft",
        order=40,
    )
