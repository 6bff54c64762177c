"""The buttons of the signer's own page, by the word that each sends."""

from collections.abc import Callable

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.models import MailToken
from campaign_blocks.petition.services import my_signature as service

MOST_DIGITS = 15


def number(data: QueryDict, name: str = "signature") -> int:
    """0, which is nobody's, for whatever is no number."""
    value = data.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) <= MOST_DIGITS else 0


def show(key: MailToken, data: QueryDict) -> None:
    service.show_in_public(key=key, signature_id=number(data), public=True)


def hide(key: MailToken, data: QueryDict) -> None:
    service.show_in_public(key=key, signature_id=number(data), public=False)


def withdraw(key: MailToken, data: QueryDict) -> None:
    organization_id = number(data, "organization")
    if organization_id:
        service.withdraw_organization(key=key, organization_id=organization_id)
    else:
        service.withdraw_campaign(key=key, signature_id=number(data))


def stop(key: MailToken, data: QueryDict) -> None:
    service.stop_all_mail(key=key)


CHANGES: dict[str, Callable[[MailToken, QueryDict], None]] = {
    "show": show,
    "hide": hide,
    "withdraw": withdraw,
    "stop": stop,
}
DONE = {
    "show": _("Done. We look at it first; then your first name and city may be shown."),
    "hide": _("Done. Your name is not shown in public any more."),
    "withdraw": _("Done. Nobody emails you on the ground of that answer any more."),
    "stop": _("Done. No more emails come to this address."),
}
