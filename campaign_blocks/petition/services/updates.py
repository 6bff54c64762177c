"""An update on its way: queued by staff, filled into the outbox by the worker at its pace."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from campaign_blocks.petition import switches
from campaign_blocks.petition.models import OutboxMessage, Update
from campaign_blocks.petition.models.choices import (
    MailKind,
    OutboxState,
    SignatureState,
    UpdateState,
)
from campaign_blocks.petition.services.audience import audience

# The outbox never holds more of one update than goes out in this time: so a pause works at once,
# and an hour without mail server is not followed by an hour's mail in a minute.
AHEAD = timedelta(seconds=10)


class NotAllowed(Exception):
    """The step is not possible from the state that the update is in."""


@transaction.atomic
def queue_update(*, update_id: int, expected: int) -> Update:
    """`expected`: how many people the author was told would get it."""
    update = locked(update_id)
    if not update.is_draft or not update.is_tried:
        raise NotAllowed
    update.state = UpdateState.SENDING
    update.expected = expected
    update.queued_at = update.filled_at = timezone.now()
    update.save(update_fields=["state", "expected", "queued_at", "filled_at"])
    return update


@transaction.atomic
def pause_update(*, update_id: int) -> None:
    """What the worker has in hand goes within seconds; everything else waits."""
    update = locked(update_id)
    if update.state != UpdateState.SENDING:
        raise NotAllowed
    Update.objects.filter(pk=update.pk).update(state=UpdateState.PAUSED)
    waiting = OutboxMessage.objects.of_update(update.pk).filter(state=OutboxState.QUEUED)
    waiting.update(next_attempt_at=None)


@transaction.atomic
def resume_update(*, update_id: int) -> None:
    """Mail of signatures that are held stays where it is."""
    update = locked(update_id)
    if update.state != UpdateState.PAUSED:
        raise NotAllowed
    now = timezone.now()
    Update.objects.filter(pk=update.pk).update(state=UpdateState.SENDING, filled_at=now)
    waiting = OutboxMessage.objects.of_update(update.pk).filter(
        state=OutboxState.QUEUED,
        next_attempt_at=None,
        signature__state=SignatureState.CONFIRMED,
    )
    waiting.update(next_attempt_at=now)


def fill_outbox() -> int:
    """One portion of every update that is on its way. Pauses with the switch for all mail."""
    ids = list(Update.objects.on_the_way().values_list("pk", flat=True))
    if not ids or switches.paused(switches.MAIL):
        return 0
    for pk in ids:
        fill(pk)
    return 0  # the pace decides when there is more to do, not the work that is left


@transaction.atomic
def fill(update_id: int) -> int:
    """All or nothing: a worker that dies here has neither queued anybody nor moved on."""
    update = Update.objects.on_the_way().filter(pk=update_id)
    if connection.features.has_select_for_update_skip_locked:
        update = update.select_for_update(skip_locked=True, of=("self",))
    found = update.select_related("petition").first()
    if found is None:
        return 0
    now = timezone.now()
    people = next_people(found, portion(found, now))
    if people is None:
        finish(found, now)
        return 0
    OutboxMessage.objects.bulk_create(
        (
            OutboxMessage(
                kind=MailKind.UPDATE,
                signature_id=pk,
                target=str(found.pk),
                next_attempt_at=now,
                created_at=now,
            )
            for pk in people
        ),
        ignore_conflicts=True,
    )
    if people:
        spent = timedelta(minutes=1) * len(people) / found.pace
        filled_at = max((found.filled_at or now) + spent, now - slack(found))
        Update.objects.filter(pk=found.pk).update(reached=people[-1], filled_at=filled_at)
    return len(people)


def portion(update: Update, now: datetime) -> int:
    """How many more may be queued now: the pace since the last portion, and never far ahead."""
    passed = now - (update.filled_at or now)
    earned = int(update.pace * passed / timedelta(minutes=1))
    most = max(1, int(update.pace * AHEAD / timedelta(minutes=1)))
    waiting = OutboxMessage.objects.of_update(update.pk).open().count()
    return max(0, min(earned, most - waiting))


def slack(update: Update) -> timedelta:
    """What a worker that stood still may catch up: one portion."""
    return max(AHEAD, timedelta(minutes=1) / update.pace)


def next_people(update: Update, most: int) -> list[int] | None:
    """In the order of signing; None when nobody is left. Who joins meanwhile is written to, too."""
    rest = audience(update.petition).filter(pk__gt=update.reached).order_by("pk")
    people = list(rest.values_list("pk", flat=True)[: max(most, 1)])
    return people[:most] if people else None


def finish(update: Update, now: datetime) -> None:
    """Done when the last mail has its end, also one that is tried for three days."""
    if not OutboxMessage.objects.of_update(update.pk).open().exists():
        Update.objects.filter(pk=update.pk).update(state=UpdateState.DONE, finished_at=now)


def locked(update_id: int) -> Update:
    rows = Update.objects.filter(pk=update_id)
    if connection.features.has_select_for_update:
        rows = rows.select_for_update(of=("self",))
    return rows.get()


@transaction.atomic
def note_trial(*, update: Update) -> None:
    """Its author has these words in the own mailbox; other words must be tried anew."""
    Update.objects.filter(pk=update.pk).update(tried=update.digest)
