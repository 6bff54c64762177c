"""Importing places from a file: all of it or nothing, and a second run changes nothing."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from campaign_blocks.kit.progress import Tick, ticking, unseen
from campaign_blocks.map.gazetteer import bundled, read_gazetteer
from campaign_blocks.map.imports.cleaning import RowCleaner
from campaign_blocks.map.imports.files import read_rows, read_text
from campaign_blocks.map.imports.matching import Known
from campaign_blocks.map.imports.rows import Cleaned, FileProblem, Problem, Reading
from campaign_blocks.map.models import ImportRun, ImportState, Map, Place
from campaign_blocks.map.services.bulk_writing import Change, write_places


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
    lookalikes: int = 0


@dataclass
class Plan:
    """What an import would do; nothing is written yet."""

    created: list[Place] = field(default_factory=list)
    updated: list[Change] = field(default_factory=list)
    unchanged: int = 0
    lookalikes: int = 0
    skipped: dict[str, int] = field(default_factory=dict)
    notes: list[Problem] = field(default_factory=list)

    @property
    def outcome(self) -> Outcome:
        new, changed = len(self.created), len(self.updated)
        return Outcome(
            new, changed, self.unchanged, self.skipped, self.notes, lookalikes=self.lookalikes
        )


def import_places(
    *,
    map: Map,
    path: Path,
    gazetteer: Path | None = None,
    dry_run: bool = False,
    keep_lookalikes: bool = False,
    tick: Tick = unseen,
) -> Outcome:
    """Creates and updates places by their number in the source; never deletes one.

    A place that the file calls verified is published when it is new and names its source; any other
    waits for an editor. Raises ImportRefused with every fault of the file.
    """
    try:
        text = read_text(path)
    except FileProblem as refused:
        raise ImportRefused([refused.problem]) from refused
    options: dict[str, Any] = {"gazetteer": gazetteer, "keep_lookalikes": keep_lookalikes}
    with transaction.atomic():
        plan = plan_import(map=map, text=text, tick=tick, **options)
        if not dry_run and (plan.created or plan.updated):
            carry_out(run=ImportRun(map=map, file_name=path.name), plan=plan)
    return plan.outcome


def plan_import(
    *,
    map: Map,
    text: str,
    gazetteer: Path | None = None,
    keep_lookalikes: bool = False,
    tick: Tick = unseen,
) -> Plan:
    """Reads the file and compares it with what is there. ImportRefused with every fault."""
    reading = _read(map, text, gazetteer, tick)
    if reading.problems:
        raise ImportRefused(sorted(reading.problems, key=lambda problem: problem.line))
    plan = Plan(skipped=reading.skipped, notes=reading.notes)
    known = Known(map.places.all())
    for row in reading.rows:
        _place_row(plan, map, known, row, keep_lookalikes)
    return plan


@transaction.atomic
def carry_out(*, run: ImportRun, plan: Plan) -> ImportRun:
    """Writes the places, and in the run what taking it back needs."""
    run.journal = write_places(created=plan.created, changes=plan.updated)
    run.content, run.state = "", ImportState.DONE
    run.created, run.updated = len(plan.created), len(plan.updated)
    run.unchanged = plan.unchanged
    run.save()
    return run


def _read(map: Map, text: str, gazetteer: Path | None, tick: Tick) -> Reading:
    try:
        cities = {**bundled(), **read_gazetteer(gazetteer)} if gazetteer else bundled()
        rows = read_rows(text)
    except FileProblem as refused:
        raise ImportRefused([refused.problem]) from refused
    cleaner = RowCleaner(map, map.kinds.all(), cities)
    for row in ticking(rows, tick):
        cleaner.take(row)
    return cleaner.reading


def _place_row(plan: Plan, map: Map, known: Known, row: Cleaned, keep_lookalikes: bool) -> None:
    place = known.find(row)
    alike = known.lookalike(row) if place is None else None
    if alike and not keep_lookalikes:
        plan.lookalikes += 1
        words = _("Left out: looks like “%(place)s”, known here.") % {"place": alike}
        plan.notes.append(Problem(row.line, "name", words))
    elif place is None:
        sourced = bool(row.fields["source"] or row.fields["source_url"])
        plan.created.append(Place(map=map, live=row.fields["verified"] and sourced, **row.fields))
    elif differing := _difference(place, row):
        plan.updated.append(Change(place, differing))
    else:
        plan.unchanged += 1


def _difference(place: Place, row: Cleaned) -> dict[str, Any]:
    """What the file says otherwise. A place keeps the number that it has."""
    given = {name: row.fields[name] for name in row.given if name in row.fields}
    if row.fields["external_id"] and not place.external_id:
        given["external_id"] = row.fields["external_id"]
    if row.fields["external_id"] == str(place.pk):
        given.pop("external_id", None)
    return {
        name: value
        for name, value in given.items()
        if name != "location" and getattr(place, name) != value
    }
