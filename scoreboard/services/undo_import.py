"""Taking the latest import back; what staff changed since stays as they left it."""

from typing import Any

from django.db import transaction
from django.utils.dateparse import parse_date

from campaign_blocks.kit import versions
from scoreboard.imports import office_writer, term_writer
from scoreboard.imports.merge import as_stored
from scoreboard.indexing import index_later
from scoreboard.models import (
    ImportedChange,
    ImportRun,
    ImportState,
    Legislator,
    Office,
    Term,
    Vacancy,
)
from scoreboard.receivers import FAMILY

DATES = {"term_start", "term_end", "start", "end", "since"}


def undoable() -> ImportRun | None:
    """The latest import that still stands, as long as what it changed is remembered."""
    standing = ImportRun.objects.filter(state=ImportState.DONE, changes__isnull=False)
    return standing.order_by("-pk").first()


@transaction.atomic
def undo(*, run: ImportRun, by: Any = None) -> bool:
    """False where it is not the latest any more: somebody else was quicker."""
    locked = ImportRun.objects.select_for_update().filter(pk=run.pk, state=ImportState.DONE)
    if locked.first() is None or undoable() != run:
        return False
    changes = list(run.changes.select_related("legislator"))
    kept = [change.legislator for change in changes if not _take_back(change)]
    chambers = {seat["chamber_id"] for seat in run.seats_before}
    chambers |= {change.legislator.chamber_id for change in changes}
    Vacancy.objects.filter(chamber__in=chambers).delete()
    Vacancy.objects.bulk_create(Vacancy(**_dated(seat)) for seat in run.seats_before)
    ImportRun.objects.filter(pk=run.pk).update(state=ImportState.UNDONE, undone_by=by)
    run.changes.all().delete()
    versions.bump(FAMILY)
    index_later(kept)
    return True


def _take_back(change: ImportedChange) -> bool:
    """Whether the person is gone with it: who is new and has no stance, click or report yet."""
    person = change.legislator
    if change.is_new and not _is_referred_to(person):
        person.delete()
        return True
    if change.is_new:
        person.in_office = False
    for name, before in change.before.items():
        after = change.after[name]
        if name == "offices":
            _put_offices(person, before, after)
        elif name == "terms":
            _put_terms(person, before, after)
        elif name in {"imported", "ids"} or as_stored(getattr(person, name)) == after:
            setattr(person, name, _dated({name: before})[name])
    person.save()
    return False


def _is_referred_to(person: Legislator) -> bool:
    names = ("stances", "stance_changes", "corrections", "action_counts")
    return any(getattr(person, name).exists() for name in names)


def _put_offices(person: Legislator, before: list[dict[str, Any]], after: Any) -> None:
    stored = Office.objects.filter(legislator=person)
    if office_writer.as_plain(list(stored)) == after:
        stored.delete()
        Office.objects.bulk_create(Office(legislator=person, **office) for office in before)


def _put_terms(person: Legislator, before: list[dict[str, Any]], after: Any) -> None:
    stored = Term.objects.filter(legislator=person)
    if term_writer.as_plain(list(stored)) == after:
        stored.delete()
        Term.objects.bulk_create(Term(legislator=person, **_dated(term)) for term in before)


def _dated(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: parse_date(value) if name in DATES and isinstance(value, str) else value
        for name, value in values.items()
    }
