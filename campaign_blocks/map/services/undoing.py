"""Taking an import back, without taking back what editors did since."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from campaign_blocks.kit import versions
from campaign_blocks.map.models import ImportRun, ImportState, Place
from campaign_blocks.map.services.bulk_writing import (
    FIELDS,
    announce,
    column,
    fingerprint,
    overwrite,
)


@dataclass(frozen=True)
class Undone:
    removed: int
    restored: int
    kept: int


class NotUndoable(Exception):
    """It was not imported, or has been taken back already."""


@transaction.atomic
def undo_import(*, run: ImportRun) -> Undone:
    """Places that somebody has changed since stay as they are, and are counted as kept."""
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.state != ImportState.DONE:
        raise NotUndoable
    created, updated = run.journal["created"], run.journal["updated"]
    places = Place.objects.in_bulk([int(pk) for pk in (*created, *updated)])
    gone = [p for pk, p in places.items() if created.get(str(pk)) == fingerprint(p)]
    back = [p for pk, p in places.items() if is_as_left(p, updated.get(str(pk)))]
    for place in back:
        restore(place, updated[str(place.pk)]["before"])
    overwrite(back)
    announce(back)
    removed = [place.pk for place in gone]
    Place.objects.filter(pk__in=removed).delete()
    versions.bump("places")
    run.state, run.journal = ImportState.UNDONE, {}
    run.save(update_fields=["state", "journal"])
    return Undone(len(removed), len(back), len(created) + len(updated) - len(removed) - len(back))


def is_as_left(place: Place, entry: dict[str, Any] | None) -> bool:
    return bool(entry) and entry["after"] == fingerprint(place)  # type: ignore[index]  # bool() saw it


def restore(place: Place, before: dict[str, str | None]) -> None:
    for name in FIELDS:
        field: Any = Place._meta.get_field(column(name))
        setattr(place, name, field.to_python(before[name]))
