"""Pausing and resuming, with a reason that stays in the log."""

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from campaign_blocks.kit import versions
from campaign_blocks.petition import switches
from campaign_blocks.petition.models.switch import Switch, SwitchName

if TYPE_CHECKING:
    from django.contrib.auth.models import User

PAUSE, RESUME = "petition.pause", "petition.resume"


@transaction.atomic
def switch(*, name: str, paused: bool, reason: str = "", by: "User | None" = None) -> Switch:
    """Seen at once in this process, within five seconds in others; pages are drawn anew.

    ValidationError when a pause has no reason. Doing it twice is no error and is logged twice: it
    may bring another reason.
    """
    reason = " ".join(reason.split())
    if paused and not reason:
        raise ValidationError({"reason": _("Say why: the next person on duty will ask.")})
    row, _made = Switch.objects.update_or_create(
        name=SwitchName(name),
        defaults={
            "paused": paused,
            "reason": reason[:300],
            "changed_by": by,
            "changed_at": timezone.now(),
        },
    )
    log(row, PAUSE if paused else RESUME, user=by, data={"reason": row.reason})
    if row.name == SwitchName.SIGNING:
        versions.bump("petitions")
    transaction.on_commit(switches.forget)
    return row
