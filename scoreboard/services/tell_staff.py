"""Telling staff by mail which stances changed: one mail for each bill and round."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import ngettext

from scoreboard.models import Bill, StanceChange

MOST = 200


def tell_staff() -> int:
    """How many mails went out. Where nobody is to be told, changes count as told."""
    waiting = StanceChange.objects.untold()
    silent = waiting.filter(bill__notify="") | waiting.filter(before=F("position"))
    StanceChange.objects.filter(pk__in=silent.values("pk")).update(told_at=timezone.now())
    bills = Bill.objects.filter(pk__in=StanceChange.objects.untold().values("bill"))
    return sum(_tell(bill) for bill in bills)


@transaction.atomic
def _tell(bill: Bill) -> int:
    """A mail that the server does not take is tried again: nothing is marked then."""
    rows = StanceChange.objects.untold().filter(bill=bill).select_for_update(of=("self",))
    changes = list(rows.select_related("legislator__chamber")[:MOST])
    if not changes:
        return 0
    count = len(changes)
    subject = ngettext("%(bill)s: a stance changed", "%(bill)s: %(count)d stances changed", count)
    context = {"bill": bill, "changes": changes, "base": settings.BASE_URL}
    mail = EmailMessage(
        subject % {"bill": bill.label, "count": count},
        render_to_string("scoreboard/mail/stances_changed.txt", context),
        to=bill.notified,
    )
    mail.send()
    told = StanceChange.objects.filter(pk__in=[change.pk for change in changes])
    told.update(told_at=timezone.now())
    return 1
