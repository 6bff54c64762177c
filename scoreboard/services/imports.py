"""Imports that are written down, so that staff can see them and take the latest one back."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from campaign_blocks.kit.progress import Tick, unseen
from scoreboard.imports.changes import Changes, PersonChange
from scoreboard.imports.records import Roster
from scoreboard.imports.writer import write_roster
from scoreboard.models import ImportedChange, ImportRun, ImportState

# Of older imports only the row stays; what they changed can't be taken back any more.
UNDOABLE = 10


@transaction.atomic
def bring_in(
    *,
    roster: Roster,
    sources: Sequence[str],
    partial: bool = False,
    as_of: date | None = None,
    dry_run: bool = False,
    by: Any = None,
    run: ImportRun | None = None,
    tick: Tick = unseen,
) -> Changes:
    """Write the roster; an import that changed something leaves a row that can be undone."""
    changes = write_roster(roster, partial=partial, as_of=as_of, dry_run=dry_run, tick=tick)
    if not dry_run and (changes.touched or run is not None):
        run = run or ImportRun(sources=", ".join(sources)[:500], by=by)
        _write_down(run, changes)
    return changes


def _write_down(run: ImportRun, changes: Changes) -> None:
    run.state, run.finished_at = ImportState.DONE, timezone.now()
    run.seats_before = changes.seats_before
    count(run, changes)
    run.save()
    touched = [change for change in changes.people.values() if change.kind != "same"]
    ImportedChange.objects.bulk_create([_entry(run, one) for one in touched], batch_size=200)
    old = ImportRun.objects.filter(state=ImportState.DONE).order_by("-pk")[UNDOABLE:]
    ImportedChange.objects.filter(run__in=list(old.values_list("pk", flat=True))).delete()


def count(run: ImportRun, changes: Changes) -> None:
    run.created, run.updated = len(changes.created), len(changes.updated)
    run.retired, run.unchanged = len(changes.retired), changes.unchanged


def _entry(run: ImportRun, change: PersonChange) -> ImportedChange:
    """`imported` is what each record remembered of its source, before and after."""
    before, after = dict(change.before), dict(change.after)
    if change.imported is not None:
        before["imported"], after["imported"] = change.imported, change.person.imported
    return ImportedChange(
        run=run,
        legislator=change.person,
        is_new=change.kind == "created",
        before=before,
        after=after,
    )
