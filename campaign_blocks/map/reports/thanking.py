"""The worker's step: a mail to whoever reported a place that is published now.

The address is forgotten with the mail. A mail whose end nobody learnt is not sent twice: the report
is claimed before, and given back only when the server has clearly refused it. While staff have
paused the mail, all of it waits. Anybody can type anybody's address: a mailbox that wants no mail,
or has had enough of it, gets none, and its address is forgotten all the same.
"""

import logging
import smtplib
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from campaign_blocks.kit.doors import MAIL, is_paused, may_write_to, wrote_to
from campaign_blocks.map.models import Report

log = logging.getLogger("campaign.map.mail")

BATCH = 20
MOST_ATTEMPTS = 6
PAUSES = (1, 5, 30, 120, 720)  # minutes


def send_thanks() -> int:
    """How many were sent or given up in this batch."""
    now = timezone.now()
    due = Q(next_attempt_at=None) | Q(next_attempt_at__lte=now)
    rows = Report.objects.thanks_due().filter(due).select_related("map", "place").order_by("pk")
    return sum(thank(report) for report in rows[:BATCH])


def thank(report: Report) -> int:
    """1 when this report needs nothing any more."""
    if is_paused(MAIL) or not claimed(report):
        return 0
    if not may_write_to(report.email):
        return forget_address(report)
    try:
        composed(report).send()
    except (smtplib.SMTPException, OSError, ValueError) as error:
        log.warning("thanks for report %s: %s", report.pk, type(error).__name__)
        if report.attempts + 1 < MOST_ATTEMPTS:
            return 0
        return forget_address(report)
    Report.objects.filter(pk=report.pk).update(email="", thanked_at=timezone.now())
    wrote_to(report.email)
    return 1


def forget_address(report: Report) -> int:
    """No mail goes to it, now or later."""
    Report.objects.filter(pk=report.pk).update(email="")
    return 1


def claimed(report: Report) -> bool:
    """By one worker alone; the next attempt is put off before the mail is handed over."""
    wait = PAUSES[min(report.attempts, len(PAUSES) - 1)]
    later = timezone.now() + timedelta(minutes=wait)
    mine = Report.objects.filter(pk=report.pk, attempts=report.attempts).exclude(email="")
    return bool(mine.update(attempts=report.attempts + 1, next_attempt_at=later))


def composed(report: Report) -> EmailMessage:
    link = f"{settings.BASE_URL}{report.public_address}"
    with translation.override(report.language):
        body = render_to_string("map/mail/thanks.txt", {"report": report, "link": link})
        subject = _("Thank you: your report is on the map")
    headers = {"Message-ID": f"<report-{report.pk}@{domain()}>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(subject, body, to=[report.email], headers=headers)


def domain() -> str:
    return settings.BASE_URL.split("://")[-1].split("/")[0].split(":")[0]
