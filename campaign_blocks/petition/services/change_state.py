"""The one place where signatures that exist change their state, and the count with them."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from campaign_blocks.petition.models import CountDelta, OutboxMessage, Signature
from campaign_blocks.petition.models.choices import COUNTED, OutboxState, SignatureState
from campaign_blocks.petition.states import HELD, may_become

MOST_AT_ONCE = 1000


@transaction.atomic
def change_state(
    *, ids: Sequence[int], to: SignatureState, origin: SignatureState | None = None
) -> list[int]:
    """Moves those that may take the step; answers their ids. At most MOST_AT_ONCE.

    The count follows in the same transaction: one change for each petition. `origin` narrows to
    signatures that are in that state now. Waiting mail of held ones stays, and goes when restored.
    """
    if len(ids) > MOST_AT_ONCE:
        raise ValueError(f"at most {MOST_AT_ONCE} at once")
    rows = Signature.objects.filter(pk__in=ids, state__in=[origin] if origin else may_become(to))
    if connection.features.has_select_for_update:
        rows = rows.order_by("pk").select_for_update(no_key=True)
    facts = list(rows.values_list("pk", "petition_id", "state", "on_paper"))
    now = timezone.now()
    moved = [pk for pk, *_rest in facts]
    write(moved, to, now)
    count(facts, to, now)
    return moved


def write(moved: list[int], to: SignatureState, now: datetime) -> None:
    """What staff decided is judged; a confirmation of the worker's judgement stays as it was."""
    rows = Signature.objects.filter(pk__in=moved)
    rows.filter(judged_at=None).update(judged_at=now)
    if to == SignatureState.CONFIRMED:
        rows.filter(confirmed_at=None).update(confirmed_at=now)
    if to in HELD:
        rows.exclude(state__in=HELD).update(held_from=F("state"))
        rows.update(state=to)
        waiting = OutboxMessage.objects.filter(signature__in=moved, state=OutboxState.QUEUED)
        waiting.update(next_attempt_at=None)
    else:
        rows.update(state=to, held_from="")
        held = OutboxMessage.objects.filter(
            signature__in=moved, state=OutboxState.QUEUED, next_attempt_at=None
        )
        held.update(next_attempt_at=now)


def count(facts: list[tuple[int, int, str, bool]], to: SignatureState, now: datetime) -> None:
    """Added up by the worker like every other change."""
    amounts: Counter[tuple[int, bool]] = Counter()
    for _pk, petition_id, state, on_paper in facts:
        amounts[petition_id, on_paper] += int(to in COUNTED) - int(state in COUNTED)
    CountDelta.objects.bulk_create(
        CountDelta(petition_id=petition_id, on_paper=on_paper, amount=amount, created_at=now)
        for (petition_id, on_paper), amount in amounts.items()
        if amount
    )
