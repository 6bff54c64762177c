"""The worker's part of bulk changes: batches that are all or nothing.

A batch changes signatures, notes what they were, and moves the mark, in one transaction that fails
when somebody stopped the action meanwhile or another worker was quicker. Killed at any moment it
leaves whole batches, and the next worker goes on behind the mark.
"""

from collections import defaultdict
from collections.abc import Sequence

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from campaign_blocks.kit.turns import write_turn
from campaign_blocks.petition.models import (
    BulkAction,
    BulkActionRow,
    OutboxMessage,
    Signature,
)
from campaign_blocks.petition.models.bulk_action import AT_WORK, BulkKind, BulkState
from campaign_blocks.petition.models.choices import MailKind, OutboxState, SignatureState
from campaign_blocks.petition.models.suspicion import CLEARED_BY_MAIL, Suspicion
from campaign_blocks.petition.services.bulk_changes import TOUCHES, touched
from campaign_blocks.petition.services.change_state import change_state

BATCH = 1000
PENDING, CONFIRMED = SignatureState.PENDING, SignatureState.CONFIRMED
SUSPECT, INVALIDATED = SignatureState.SUSPECT, SignatureState.INVALIDATED
AFTERWARDS = {
    BulkKind.HOLD: [SUSPECT],
    BulkKind.INVALIDATE: [INVALIDATED],
    BulkKind.RESTORE: [PENDING, CONFIRMED],
}


class Overtaken(Exception):
    """Staff stopped the action, or another worker did this batch; ours is taken back."""


def bulk_step() -> int:
    """One batch of the oldest action at work."""
    action = BulkAction.objects.filter(state__in=AT_WORK).order_by("pk").first()
    if action is None:
        return 0
    try:
        with write_turn():
            return undo_batch(action) if action.state == BulkState.UNDOING else run_batch(action)
    except Overtaken:
        return 1


@transaction.atomic
def run_batch(action: BulkAction) -> int:
    behind = touched(action).filter(pk__gt=action.reached).order_by("pk")
    ids = list(behind.values_list("pk", flat=True)[:BATCH])
    if not ids:
        finish(action, BulkState.DONE)
        return 1
    before = note_rows(action, ids)
    CHANGES[BulkKind(action.kind)](before)
    advance(action, reached=ids[-1], done=F("done") + len(before))
    return len(ids)


def note_rows(action: BulkAction, ids: Sequence[int]) -> list[BulkActionRow]:
    rows = Signature.objects.filter(TOUCHES[BulkKind(action.kind)], pk__in=ids).order_by("pk")
    if connection.features.has_select_for_update:
        rows = rows.select_for_update(no_key=True)
    facts = rows.values_list("pk", "state", "held_from", "suspect_for", "confirmed_at")
    noted = []
    for pk, state, held_from, suspect_for, confirmed_at in facts:
        row = BulkActionRow(
            action=action,
            signature_id=pk,
            before=state,
            held_from=held_from,
            suspect_for=suspect_for,
        )
        row.origin = held_from or (CONFIRMED if confirmed_at else PENDING)  # type: ignore[attr-defined]
        noted.append(row)
    BulkActionRow.objects.bulk_create(noted)
    return noted


def hold(rows: Sequence[BulkActionRow]) -> None:
    change_state(ids=ids_of(rows), to=SUSPECT, why=Suspicion.STAFF)
    suspects = ids_of([row for row in rows if row.before == SUSPECT])
    Signature.objects.filter(pk__in=suspects).update(suspect_for=Suspicion.STAFF)
    waiting = OutboxMessage.objects.filter(signature__in=suspects, state=OutboxState.QUEUED)
    waiting.update(next_attempt_at=None)


def invalidate(rows: Sequence[BulkActionRow]) -> None:
    change_state(ids=ids_of(rows), to=INVALIDATED, why=Suspicion.STAFF)


def restore(rows: Sequence[BulkActionRow]) -> None:
    by_state = defaultdict(list)
    for row in rows:
        by_state[row.origin].append(row.signature_id)  # type: ignore[attr-defined]
    for state, ids in sorted(by_state.items()):
        change_state(ids=ids, to=SignatureState(state))


CHANGES = {BulkKind.HOLD: hold, BulkKind.INVALIDATE: invalidate, BulkKind.RESTORE: restore}


@transaction.atomic
def undo_batch(action: BulkAction) -> int:
    """What has changed since in another way stays; `done` ends as the number of those."""
    rows = action.rows.order_by("pk")
    if connection.features.has_select_for_update:
        rows = rows.select_for_update()
    batch = list(rows[:BATCH])
    if not batch and action.rows.exists():
        raise Overtaken
    if not batch:
        finish(action, BulkState.UNDONE)
        return 1
    put_back = 0
    by_past = defaultdict(list)
    for row in batch:
        by_past[row.before, row.held_from, row.suspect_for].append(row.signature_id)
    for past, ids in sorted(by_past.items()):
        put_back += give_back(action, ids, *past)
    BulkActionRow.objects.filter(pk__in=[row.pk for row in batch]).delete()
    advance(action, done=F("done") - put_back)
    return len(batch)


def give_back(
    action: BulkAction, ids: Sequence[int], before: str, held_from: str, suspect_for: str
) -> int:
    now_in = AFTERWARDS[BulkKind(action.kind)]
    same = Signature.objects.filter(pk__in=ids, state__in=now_in)
    if action.kind != BulkKind.RESTORE:
        same = same.filter(suspect_for=Suspicion.STAFF)
    if connection.features.has_select_for_update:
        same = same.order_by("pk").select_for_update(no_key=True)
    found = list(same.values_list("pk", flat=True))
    if [before] != now_in:
        change_state(ids=found, to=SignatureState(before))
    Signature.objects.filter(pk__in=found).update(held_from=held_from, suspect_for=suspect_for)
    if before == SUSPECT and suspect_for in CLEARED_BY_MAIL:
        asking = OutboxMessage.objects.filter(
            signature__in=found, kind=MailKind.CONFIRM, state=OutboxState.QUEUED
        )
        asking.update(next_attempt_at=timezone.now())
    return len(found)


def ids_of(rows: Sequence[BulkActionRow]) -> list[int]:
    return [row.signature_id for row in rows]


def advance(action: BulkAction, **values: object) -> None:
    mark = BulkAction.objects.filter(pk=action.pk, state=action.state, reached=action.reached)
    if not mark.update(**values):
        raise Overtaken


def finish(action: BulkAction, state: BulkState) -> None:
    advance(action, state=state, ended_at=timezone.now())
