"""Importing places from a file: all of it or nothing, and a second run changes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from modelsearch.backends import get_search_backends

from campaign_blocks.kit import versions
from campaign_blocks.kit.progress import Tick, ticking, unseen
from campaign_blocks.map.imports.cleaning import RowCleaner
from campaign_blocks.map.imports.files import read_rows
from campaign_blocks.map.imports.gazetteer import Gazetteer, read_gazetteer
from campaign_blocks.map.imports.rows import FileProblem, Problem, Reading
from campaign_blocks.map.models import Map, Place

BATCH = 500


class ImportRefused(Exception):
    """The file has faults; nothing was written."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass
class Outcome:
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: dict[str, int] = field(default_factory=dict)
    notes: list[Problem] = field(default_factory=list)


def import_places(
    *,
    map: Map,
    path: Path,
    gazetteer: Path | None = None,
    dry_run: bool = False,
    tick: Tick = unseen,
) -> Outcome:
    """Creates and updates places by their number in the source; never deletes one.

    A place that the file calls verified is published when it is new; any other waits for an
    editor. Raises ImportRefused with every fault of the file.
    """
    reading = _read(map, path, gazetteer, tick)
    if reading.problems:
        raise ImportRefused(sorted(reading.problems, key=lambda problem: problem.line))
    with transaction.atomic():
        created, updated, unchanged = _compare(map, reading)
        outcome = Outcome(len(created), len(updated), unchanged, reading.skipped, reading.notes)
        if not dry_run:
            _write(created, updated)
    return outcome


def _read(map: Map, path: Path, gazetteer: Path | None, tick: Tick) -> Reading:
    try:
        cities: Gazetteer = read_gazetteer(gazetteer) if gazetteer else {}
        rows = read_rows(path)
    except FileProblem as refused:
        raise ImportRefused([refused.problem]) from refused
    cleaner = RowCleaner(map, map.kinds.all(), cities)
    for row in ticking(rows, tick):
        cleaner.take(row)
    return cleaner.reading


def _compare(map: Map, reading: Reading) -> tuple[list[Place], list[Place], int]:
    known = {place.external_id: place for place in map.places.exclude(external_id="")}
    created, updated, unchanged = [], [], 0
    for number, fields in reading.fields.items():
        place = known.get(number)
        if place is None:
            created.append(Place(map=map, published=fields["verified"], **fields))
        elif _differs(place, fields):
            for name, value in fields.items():
                setattr(place, name, value)
            place.updated_at = timezone.now()
            updated.append(place)
        else:
            unchanged += 1
    return created, updated, unchanged


def _differs(place: Place, fields: dict[str, Any]) -> bool:
    kind = fields["kind"]
    others = {name: value for name, value in fields.items() if name not in {"kind", "location"}}
    return place.kind_id != kind.pk or any(
        getattr(place, name) != value for name, value in others.items()
    )


def _write(created: list[Place], updated: list[Place]) -> None:
    if not created and not updated:
        return
    Place.objects.bulk_create(created, batch_size=BATCH)
    columns = [f.name for f in Place._meta.concrete_fields if not f.primary_key]
    Place.objects.bulk_update(updated, columns, batch_size=BATCH)
    _put_into_search([*created, *updated])
    versions.bump("places")


def _put_into_search(places: Iterable[Place]) -> None:
    """Bulk writes send no signal, so the index is told here, after the commit."""
    batch = list(places)

    def tell() -> None:
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(Place, batch)

    transaction.on_commit(tell)
