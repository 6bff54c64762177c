"""Sending what the outbox holds: at least once, with a Message-ID that makes a second copy plain.

A row is leased, sent, and marked, each in its own transaction; a worker that dies leaves a lease
that runs out. Whoever comes back late finds the number of attempts changed and marks nothing.
"""

import logging
import random
import smtplib
import time
from datetime import timedelta

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from campaign_blocks.petition.mails.building import build, is_needed
from campaign_blocks.petition.models import OutboxMessage, Suppression
from campaign_blocks.petition.models.choices import MailKind, OutboxState

log = logging.getLogger("campaign.petition.mail")

BATCH = 25  # times the mail server's timeout stays below the lease
LEASE = timedelta(minutes=5)
GIVE_UP_AFTER = timedelta(hours=72)
LONGEST_WAIT = timedelta(hours=1)
PAUSE_WHEN_DOWN = 60.0
PERMANENT = 500


class Unreachable(Exception):
    """The mail server takes nothing from anybody now."""


class Delivery:
    """One worker's way to the mail server; `paused_until` keeps it from hammering a dead one."""

    def __init__(self) -> None:
        self.paused_until = 0.0

    def run(self) -> int:
        if time.monotonic() < self.paused_until or not due_now():
            return 0
        messages = claim()
        outlet = get_connection()
        try:
            for position, message in enumerate(messages):
                try:
                    deliver(message, outlet)
                except Unreachable:
                    self.paused_until = time.monotonic() + PAUSE_WHEN_DOWN
                    put_back(messages[position:])
                    break
        finally:
            outlet.close()
        return len(messages)


def due_now() -> bool:
    return OutboxMessage.objects.due(timezone.now()).exists()


def claim() -> list[OutboxMessage]:
    """This worker's alone until the lease runs out."""
    now = timezone.now()
    with transaction.atomic():
        due = OutboxMessage.objects.due(now).taken_by_nobody()
        ids = [row.pk for row in due.only("pk")[:BATCH]]
        OutboxMessage.objects.filter(pk__in=ids).update(
            state=OutboxState.SENDING, attempts=F("attempts") + 1, next_attempt_at=now + LEASE
        )
    rows = OutboxMessage.objects.filter(pk__in=ids).order_by("pk")
    return list(rows.select_related("signature__petition__page"))


def deliver(message: OutboxMessage, outlet: BaseEmailBackend) -> None:
    if not is_needed(message):
        mark(message, OutboxState.FAILED, error="not needed any more")
    elif is_suppressed(message):
        mark(message, OutboxState.FAILED, error="unsubscribed")
    else:
        send(message, outlet)


def is_suppressed(message: OutboxMessage) -> bool:
    """A person who signs anew still gets the mail that lets her confirm it."""
    if message.kind == MailKind.CONFIRM:
        return False
    return Suppression.objects.filter(fingerprint=message.signature.fingerprint).exists()


def send(message: OutboxMessage, outlet: BaseEmailBackend) -> None:
    try:
        outlet.open()
    except (OSError, smtplib.SMTPException) as error:
        log.warning("mail server unreachable: %s", type(error).__name__)
        raise Unreachable from error
    try:
        outlet.send_messages([build(message)])
    except (OSError, smtplib.SMTPException) as error:
        outlet.close()
        refuse(message, error)
    else:
        mark(message, OutboxState.SENT, sent_at=timezone.now())


def refuse(message: OutboxMessage, error: Exception) -> None:
    """For good when the server said so or after three days; else once more, later and later."""
    too_old = timezone.now() - message.created_at > GIVE_UP_AFTER
    if too_old or is_permanent(error):
        mark(message, OutboxState.FAILED, error=describe(error))
        return
    wait = min(timedelta(seconds=30 * 2 ** min(message.attempts, 10)), LONGEST_WAIT)
    again = timezone.now() + wait * random.uniform(0.8, 1.2)  # noqa: S311  spreads load, hides nothing
    mark(message, OutboxState.QUEUED, next_attempt_at=again, error=describe(error))


def is_permanent(error: Exception) -> bool:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= PERMANENT for code, _text in error.recipients.values())
    return isinstance(error, smtplib.SMTPResponseException) and error.smtp_code >= PERMANENT


def describe(error: Exception) -> str:
    """Class and code only: servers quote the address in their words."""
    code = getattr(error, "smtp_code", "")
    return f"{type(error).__name__} {code}".strip()


def put_back(messages: list[OutboxMessage]) -> None:
    again = timezone.now() + timedelta(seconds=PAUSE_WHEN_DOWN)
    for message in messages:
        mark(message, OutboxState.QUEUED, next_attempt_at=again, error="mail server unreachable")


def mark(message: OutboxMessage, state: OutboxState, **values: object) -> None:
    """Only while the lease is still ours."""
    OutboxMessage.objects.filter(
        pk=message.pk, state=OutboxState.SENDING, attempts=message.attempts
    ).update(state=state, **values)
