"""The one place where rosters are written: all of an import, or nothing of it."""

from datetime import date

from django.db import transaction

from campaign_blocks.kit import versions
from campaign_blocks.kit.progress import Tick, ticking, unseen
from scoreboard.imports.changes import Changes
from scoreboard.imports.legislatures import congress
from scoreboard.imports.merge import merge, take
from scoreboard.imports.office_writer import write_offices
from scoreboard.imports.records import Person, Roster
from scoreboard.imports.slugs import free_slug
from scoreboard.imports.vacancies import write_vacancies
from scoreboard.imports.values import person_values
from scoreboard.indexing import index_later
from scoreboard.models import Chamber, Legislator
from scoreboard.receivers import FAMILY

# A source that names fewer of a chamber's members is taken for a part of it.
COVERS_FROM = 0.9


@transaction.atomic
def write_roster(
    roster: Roster,
    *,
    partial: bool = False,
    as_of: date | None = None,
    dry_run: bool = False,
    tick: Tick = unseen,
) -> Changes:
    """Create, update and retire people.

    Somebody who is not in the roster is retired only where the roster covers their chamber:
    names at least nine tenths of its seats. `partial` retires nobody.
    """
    chambers = {chamber.slug: chamber for chamber in congress().chambers.all()}
    writer = _Writer(roster, chambers)
    writer.write_people(tick)
    covered = [] if partial else writer.covered_chambers()
    writer.retire(covered)
    write_vacancies(roster, covered, as_of)
    if dry_run:
        transaction.set_rollback(True)
    elif writer.touched:
        versions.bump(FAMILY)
        index_later(writer.touched)
    return writer.changes


class _Writer:
    def __init__(self, roster: Roster, chambers: dict[str, Chamber]) -> None:
        self.roster, self.chambers = roster, chambers
        self.changes = Changes()
        self.touched: list[Legislator] = []
        self.known = {
            person.identifier: person
            for person in Legislator.objects.filter(identifier__in=roster.people)
        }
        self.slugs = set(Legislator.objects.values_list("slug", flat=True))

    def write_people(self, tick: Tick) -> None:
        new, kept = [], []
        changed: set[str] = set()
        for person in ticking(list(self.roster.people.values()), tick):
            values = self._values(person)
            record = self.known.get(person.identifier)
            if record is None:
                new.append(self._create(person, values))
                continue
            before = record.imported
            if merge(record, values) | self._merge_ids(record, person):
                changed.add(person.identifier)
            if person.identifier in changed or record.imported != before:
                kept.append(record)
        Legislator.objects.bulk_create(new)
        self.known.update({record.identifier: record for record in new})
        changed |= write_offices(self.roster, self.known)
        self._save(kept)
        self._count(new, changed)

    def _values(self, person: Person) -> dict[str, object]:
        handles = self.roster.handles.get(person.identifier)
        return person_values(person, handles, self.chambers[person.chamber].pk)

    def _create(self, person: Person, values: dict[str, object]) -> Legislator:
        record = Legislator(scheme=person.scheme, identifier=person.identifier)
        take(record, values)
        record.ids = dict(person.ids or {})
        record.slug = free_slug(person, self.slugs)
        record.sort_name = record.make_sort_name()
        self.slugs.add(record.slug)
        return record

    def _merge_ids(self, record: Legislator, person: Person) -> bool:
        ids = {**record.ids, **(person.ids or {})}
        changed = ids != record.ids
        record.ids = ids
        return changed

    def _count(self, new: list[Legislator], changed: set[str]) -> None:
        fresh = {record.identifier for record in new}
        updated = [self.known[identifier] for identifier in sorted(changed - fresh)]
        self.changes.created = [record.full_name for record in new]
        self.changes.updated = [record.full_name for record in updated]
        self.changes.unchanged = len(self.roster.people) - len(new) - len(updated)
        self.touched += [*new, *updated]

    def _save(self, records: list[Legislator]) -> None:
        for record in records:
            record.sort_name = record.make_sort_name()
        fixed = {"id", "slug", "scheme", "identifier", "photo", "email"}
        names = [f.name for f in Legislator._meta.concrete_fields if f.name not in fixed]
        Legislator.objects.bulk_update(records, names, batch_size=200)

    def covered_chambers(self) -> list[Chamber]:
        sizes = {
            slug: sum(person.chamber == slug for person in self.roster.people.values())
            for slug in self.chambers
        }
        return [
            chamber
            for slug, chamber in self.chambers.items()
            if sizes[slug] >= max(1, chamber.seats * COVERS_FROM)
        ]

    def retire(self, chambers: list[Chamber]) -> None:
        """Retired people keep their page; one whom staff keep in office stays."""
        gone = Legislator.objects.in_office().filter(chamber__in=chambers)
        gone = gone.exclude(identifier__in=self.roster.people)
        retired = [record for record in gone if merge(record, {"in_office": False})]
        Legislator.objects.bulk_update(retired, ["in_office", "imported"], batch_size=200)
        self.changes.retired = [record.full_name for record in retired]
        self.touched += retired
