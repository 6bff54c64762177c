"""Counting what visitors do, without knowing who does it."""

from datetime import date

from django.db import transaction
from django.db.models import F

from scoreboard.models import ActionCount


@transaction.atomic
def count_click(*, legislator_id: int, channel: str, day: date) -> None:
    """One row per person, channel and day; several at once lose none."""
    key = {"legislator_id": legislator_id, "channel": channel, "day": day}
    if not _add_one(key):
        ActionCount.objects.bulk_create([ActionCount(**key, number=0)], ignore_conflicts=True)
        _add_one(key)


def _add_one(key: dict[str, object]) -> int:
    return ActionCount.objects.filter(**key).update(number=F("number") + 1)
