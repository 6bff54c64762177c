"""The one place where a stance changes: with its history, all or nothing."""

from typing import Any

from django.db import transaction

from scoreboard.models import Stance, StanceChange
from scoreboard.positions import Origin, Position

TOLD = ("position", "role", "since", "evidence_url", "source")


@transaction.atomic
def write_stance(*, stance: Stance, by: Any = None) -> bool:
    """Save it and add a line to its history; False where it says nothing new.

    Raises ValidationError for what the rules forbid, such as staff's own word without evidence.
    """
    stored = Stance.objects.select_for_update().filter(pk=stance.pk).first() if stance.pk else None
    if stored and all(getattr(stored, n) == getattr(stance, n) for n in (*TOLD, "number_id")):
        return False
    stance.entered_by = by
    stance.full_clean(validate_unique=stored is None)
    stance.save()
    if stored is None or any(getattr(stored, n) != getattr(stance, n) for n in TOLD):
        before = stored.position if stored else Position.NOT_SPONSORING
        _write_down(stance, before, by)
    return True


@transaction.atomic
def remove_stance(*, stance: Stance, by: Any = None) -> None:
    """Who has no stance is not sponsoring; the history says that it was not always so."""
    before = stance.position
    gone = Stance(
        bill=stance.bill,
        legislator=stance.legislator,
        position=Position.NOT_SPONSORING,
        origin=Origin.STAFF,
    )
    _write_down(gone, before, by)
    stance.delete()


def _write_down(stance: Stance, before: str, by: Any) -> None:
    StanceChange.objects.create(
        bill=stance.bill,
        legislator=stance.legislator,
        before=before,
        origin=stance.origin,
        entered_by=by,
        **{name: getattr(stance, name) for name in TOLD},
    )
