"""An import by staff, in steps: upload, look at what would change, confirm or drop."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from scoreboard.imports.changes import Changes
from scoreboard.imports.gather import put_together
from scoreboard.imports.problems import ImportProblem
from scoreboard.imports.records import Roster
from scoreboard.imports.sources import Text, decode, open_source
from scoreboard.imports.telling import chamber_names, tell
from scoreboard.imports.writer import write_roster
from scoreboard.models import ImportFile, ImportRun, ImportState
from scoreboard.services.imports import bring_in, count

ROLES = ("people", "social", "offices")
MOST_SHOWN = 300


@transaction.atomic
def upload(
    *,
    files: Sequence[tuple[str, str, bytes]],
    as_of: date | None = None,
    partial: bool = False,
    by: Any = None,
) -> ImportRun:
    """`files`: role, name and content of each."""
    run = ImportRun.objects.create(
        sources=", ".join(name for _role, name, _body in files)[:500],
        options={"as_of": as_of.isoformat() if as_of else "", "partial": partial},
        state=ImportState.UPLOADED,
        by=by,
    )
    for role, name, body in files:
        ImportFile.objects.create(run=run, role=role, name=name[:200], body=body)
    return run


@transaction.atomic
def check(*, run: ImportRun) -> None:
    """What it would do, or what is wrong with it; the people stay as they are."""
    try:
        roster = read(run)
    except ImportProblem as problem:
        run.state, run.problems = ImportState.REFUSED, [as_plain(one) for one in problem.all]
        run.files.all().delete()
    else:
        changes = write_roster(roster, **options(run), dry_run=True)
        run.state, run.report = ImportState.CHECKED, report(changes, roster.left_out)
        count(run, changes)
    run.save()


@transaction.atomic
def confirm(*, run: ImportRun, by: Any = None) -> bool:
    """False where somebody else was quicker."""
    if not _still(run, ImportState.CHECKED):
        return False
    run.by = by
    roster = read(run)
    bring_in(roster=roster, sources=[run.sources], **options(run), by=by, run=run)
    run.files.all().delete()
    return True


@transaction.atomic
def drop(*, run: ImportRun) -> bool:
    if not _still(run, ImportState.CHECKED):
        return False
    run.files.all().delete()
    ImportRun.objects.filter(pk=run.pk).update(state=ImportState.DROPPED, report={})
    return True


def read(run: ImportRun) -> Roster:
    """Raises ImportProblem."""
    bodies: dict[str, list[ImportFile]] = {role: [] for role in ROLES}
    for file in run.files.all():
        bodies[file.role].append(file)
    texts = [_text(bodies[role]) for role in ("social", "offices")]
    sources = [open_source(file.name, bytes(file.body)) for file in bodies["people"]]
    as_of = options(run)["as_of"]
    return put_together(sources, social=texts[0], offices=texts[1], as_of=as_of)


def _text(files: Sequence[ImportFile]) -> Text | None:
    for file in files:
        return Text(file.name, decode(bytes(file.body), file.name))
    return None


def options(run: ImportRun) -> dict[str, Any]:
    day = run.options.get("as_of")
    return {
        "as_of": date.fromisoformat(day) if day else None,
        "partial": bool(run.options.get("partial")),
    }


def _still(run: ImportRun, state: str) -> bool:
    """And locks it."""
    return ImportRun.objects.select_for_update().filter(pk=run.pk, state=state).exists()


def as_plain(problem: ImportProblem) -> dict[str, Any]:
    return {
        "source": problem.source,
        "line": problem.line,
        "field": problem.field,
        "message": problem.message,
    }


def report(changes: Changes, left_out: Sequence[str]) -> Mapping[str, Any]:
    """The difference for reading: up to MOST_SHOWN people of each kind."""
    chambers = chamber_names()
    found: dict[str, Any] = {"left_out": list(left_out)[:MOST_SHOWN], "kept": []}
    for kind in ("created", "updated", "retired"):
        people = changes.of_kind(kind)
        found[kind] = [
            {
                "name": change.person.full_name,
                "seat": change.person.seat,
                "lines": [] if kind == "created" else [list(x) for x in tell(change, chambers)],
            }
            for change in people[:MOST_SHOWN]
        ]
    same = [change for change in changes.of_kind("same") if change.kept]
    found["kept"] = [
        {
            "name": change.person.full_name,
            "seat": change.person.seat,
            "lines": [list(line) for line in tell(change, chambers)],
        }
        for change in same[:MOST_SHOWN]
    ]
    return found
