"""What can be opened for one petition, for whom: in the list, beside its form, on each page."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button, HeaderButton

from campaign_blocks.petition.admin.permissions import (
    user_can_export,
    user_can_import_paper,
    user_can_read_numbers,
)
from campaign_blocks.petition.mailroom.permissions import user_can_preview
from campaign_blocks.petition.models import Petition


def doors(petition: Petition, user: Any) -> Iterator[tuple[str, Any, str, str]]:
    """(name, label, icon, address)."""
    if user_can_read_numbers(user):
        address = reverse("petition_numbers:numbers", args=[petition.pk])
        yield "numbers", _("Numbers"), "table", address
    if user_can_import_paper(user):
        address = reverse("petition_numbers:paper", args=[petition.pk])
        yield "paper", _("Paper signatures"), "doc-full", address
    if user_can_preview(user):
        yield "mails", _("Mails"), "mail", reverse("petition_mail:mails", args=[petition.pk])
    if user_can_export(user):
        address = reverse("petition_numbers:exports") + f"?petition={petition.pk}"
        yield "export", _("Export"), "download", address


def petition_buttons(petition: Petition, user: Any, *, but: str = "") -> list[HeaderButton]:
    return [
        HeaderButton(label, url=address, icon_name=icon)
        for name, label, icon, address in doors(petition, user)
        if name != but
    ]


def listing_buttons(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(snippet, Petition):
        for order, (_name, label, icon, address) in enumerate(doors(snippet, user)):
            yield Button(label, address, icon_name=icon, priority=30 + order)
