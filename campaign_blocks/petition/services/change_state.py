"""The one place where signatures that exist change their state, and the count with them."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Case, DateTimeField, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from campaign_blocks.petition.models import CountDelta, OutboxMessage, Signature
from campaign_blocks.petition.models.choices import COUNTED, OutboxState, SignatureState
from campaign_blocks.petition.states import HELD, may_become

MOST_AT_ONCE = 1000


@transaction.atomic
def change_state(
    *,
    ids: Sequence[int],
    to: SignatureState,
    origin: SignatureState | None = None,
    why: str = "",
) -> list[int]:
    """Moves those that may take the step; answers their ids. At most MOST_AT_ONCE.

    The count follows in the same transaction: one change for each petition. `origin` narrows to
    signatures that are in that state now; `why` is a Suspicion, for those that are held. Waiting
    mail of held ones stays, and goes when restored.
    """
    if len(ids) > MOST_AT_ONCE:
        raise ValueError(f"at most {MOST_AT_ONCE} at once")
    rows = Signature.objects.filter(pk__in=ids, state__in=[origin] if origin else may_become(to))
    if connection.features.has_select_for_update:
        rows = rows.order_by("pk").select_for_update(no_key=True)
    facts = list(rows.values_list("pk", "petition_id", "state", "on_paper"))
    now = timezone.now()
    moved = [pk for pk, *_rest in facts]
    write(moved, to, now, why)
    count(facts, to, now)
    return moved


def write(moved: list[int], to: SignatureState, now: datetime, why: str) -> None:
    """What staff decided is judged; a confirmation of the worker's judgement stays as it was."""
    rows = Signature.objects.filter(pk__in=moved)
    moment = Value(now, DateTimeField())
    judged = Coalesce("judged_at", moment)
    waiting = OutboxMessage.objects.filter(signature__in=moved, state=OutboxState.QUEUED)
    if to in HELD:
        held = Q(state__in=HELD)
        rows.update(
            state=to,
            suspect_for=why,
            judged_at=judged,
            held_from=Case(When(held, then="held_from"), default="state"),
            held_at=Case(When(held, then="held_at"), default=moment),
        )
        waiting.update(next_attempt_at=None)
        return
    confirmed = {"confirmed_at": Coalesce("confirmed_at", moment)}
    rows.update(
        state=to,
        judged_at=judged,
        held_from="",
        held_at=None,
        **(confirmed if to == SignatureState.CONFIRMED else {}),
    )
    waiting.filter(next_attempt_at=None).update(next_attempt_at=now)


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
