"""Sending what the outbox holds: at least once, with a Message-ID that makes a second copy plain.

A row is leased, begun, sent, and marked, each in its own transaction; a worker that dies leaves a
lease that runs out. Whoever comes back late finds the number of attempts changed, sends nothing and
marks nothing. A row whose end nobody learnt twice is in doubt: staff decide, not a third copy.
"""

import logging
import random
import time
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import Error, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from campaign_blocks.petition import switches
from campaign_blocks.petition.mails.building import Desk, Draft
from campaign_blocks.petition.models import MailToken, OutboxMessage
from campaign_blocks.petition.models.choices import OutboxState
from campaign_blocks.petition.services.may_go import BY_MISTAKE, PAUSED, reasons_against
from campaign_blocks.petition.services.outlet import Broken, Outlet, Refused, Unreachable

log = logging.getLogger("campaign.petition.mail")

BATCH = 25
LEASE = timedelta(minutes=5)
SECONDS = 5.0  # for one batch: what is decided about a mail is never much older
GIVE_UP_AFTER = timedelta(hours=72)
LONGEST_WAIT = timedelta(hours=1)
PAUSE_WHEN_DOWN = 60.0
MOST_DOUBTS = 2


class Delivery:
    """One worker's way to the mail server; `paused_until` keeps it from hammering a dead one."""

    def __init__(self) -> None:
        self.paused_until = 0.0
        self.is_down = False

    def run(self) -> int:
        if time.monotonic() < self.paused_until or not due_now() or switches.paused(switches.MAIL):
            return 0
        messages = claim(1 if self.is_down else BATCH)
        outlet = Outlet()
        try:
            self.send_batch(worth_sending(messages), outlet)
        except Unreachable as error:
            log.warning("mail server unreachable: %s", error)
            self.is_down = True
            self.paused_until = time.monotonic() + PAUSE_WHEN_DOWN * random.uniform(1.0, 1.2)  # noqa: S311  spreads load, hides nothing
            put_back(messages, "mail server unreachable", PAUSE_WHEN_DOWN)
        finally:
            outlet.close()
        return len(messages)

    def send_batch(self, messages: Sequence[OutboxMessage], outlet: Outlet) -> None:
        """Until the time is up; what is left over goes with the next batch."""
        if not messages:
            return
        outlet.open()
        until = time.monotonic() + SECONDS
        for draft in drafts(messages):
            if time.monotonic() > until:
                put_back(messages)
                return
            self.send(draft, outlet)

    def send(self, draft: Draft, outlet: Outlet) -> None:
        if not begin(draft.message):
            return
        try:
            outlet.send(draft.mail)
        except Broken as error:
            if self.is_down or not outlet.answers():
                forget_attempt(draft.message, error)
                raise Unreachable(error.words) from error
            self.is_down = True  # unless the next one passes
            refuse(draft.message, error)
        except Refused as error:
            self.is_down = False
            refuse(draft.message, error)
        except Unreachable as error:
            forget_attempt(draft.message, Refused(str(error)))
            raise
        else:
            self.is_down = False
            mark(draft.message, OutboxState.SENT, sent_at=timezone.now(), error="")


def due_now() -> bool:
    return OutboxMessage.objects.due(timezone.now()).exists()


def claim(most: int = BATCH) -> list[OutboxMessage]:
    """This worker's alone until the lease runs out."""
    now = timezone.now()
    with transaction.atomic():
        due = OutboxMessage.objects.due(now).taken_by_nobody()
        ids = [row.pk for row in due.only("pk")[:most]]
        OutboxMessage.objects.filter(pk__in=ids).update(
            state=OutboxState.SENDING, attempts=F("attempts") + 1, next_attempt_at=now + LEASE
        )
    rows = OutboxMessage.objects.filter(pk__in=ids).order_by("urgency", "pk")
    return list(rows.select_related("signature__petition__page"))


def worth_sending(messages: Sequence[OutboxMessage]) -> list[OutboxMessage]:
    """Marks the others."""
    against = reasons_against(messages)
    for one in messages:
        if one.doubts >= MOST_DOUBTS:
            mark(one, OutboxState.UNKNOWN, error="may have arrived")
        elif against.get(one.pk) == PAUSED:
            mark(one, OutboxState.QUEUED, next_attempt_at=None)
        elif against.get(one.pk) == BY_MISTAKE:
            ours(one).delete()  # so that signing again on another day is answered
        elif one.pk in against:
            mark(one, OutboxState.FAILED, error=against[one.pk])
    return [one for one in messages if one.pk not in against and one.doubts < MOST_DOUBTS]


def drafts(messages: Sequence[OutboxMessage]) -> list[Draft]:
    """Their links work from here on. A mail that can't be written holds nobody up."""
    desk = Desk(messages)
    done = []
    for one in messages:
        try:
            done.append(desk.draft(one))
        except Error:
            raise
        except Exception as error:
            log.error("mail of kind %s can't be written: %s", one.kind, type(error).__name__)
            refuse(one, Refused(type(error).__name__))
    MailToken.objects.bulk_create(token for draft in done for token in draft.tokens)
    return done


def begin(message: OutboxMessage) -> bool:
    """From here on nobody knows whether it went, until somebody marks it. False: it is not ours
    any more, because it was stopped, erased, or taken over when our lease had run out."""
    return bool(ours(message).update(doubts=F("doubts") + 1))


def refuse(message: OutboxMessage, error: Refused) -> None:
    """For good when the server said so or after three days; else once more, later and later."""
    doubts = message.doubts + int(error.in_doubt)
    too_old = timezone.now() - message.created_at > GIVE_UP_AFTER
    if too_old or error.for_good:
        mark(message, OutboxState.FAILED, error=error.words, doubts=doubts)
        return
    wait = min(timedelta(seconds=30 * 2 ** min(message.attempts, 10)), LONGEST_WAIT)
    again = timezone.now() + wait * random.uniform(0.8, 1.2)  # noqa: S311  spreads load, hides nothing
    mark(message, OutboxState.QUEUED, next_attempt_at=again, error=error.words, doubts=doubts)


def forget_attempt(message: OutboxMessage, error: Refused) -> None:
    """The server's fault: it did not begin, unless its text was handed over already."""
    message_doubts = message.doubts + int(error.in_doubt)
    mark(message, OutboxState.SENDING, doubts=message_doubts)


def put_back(messages: Sequence[OutboxMessage], error: str = "", seconds: float = 0.0) -> None:
    """Those of the batch that are still in hand."""
    lease: datetime | None = messages[0].next_attempt_at
    OutboxMessage.objects.filter(
        pk__in=[one.pk for one in messages], state=OutboxState.SENDING, next_attempt_at=lease
    ).update(
        state=OutboxState.QUEUED,
        next_attempt_at=timezone.now() + timedelta(seconds=seconds),
        error=error,
    )


def mark(message: OutboxMessage, state: OutboxState, **values: object) -> None:
    """Only while the lease is still ours."""
    ours(message).update(state=state, **values)


def ours(message: OutboxMessage) -> QuerySet[OutboxMessage]:
    """The row, or none when somebody took it over."""
    return OutboxMessage.objects.filter(
        pk=message.pk, state=OutboxState.SENDING, attempts=message.attempts
    )
