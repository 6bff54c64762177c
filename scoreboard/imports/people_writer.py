from collections.abc import Mapping

from campaign_blocks.kit.progress import Tick, ticking
from scoreboard.imports.changes import PersonChange
from scoreboard.imports.merge import merge, take
from scoreboard.imports.records import Person, Roster
from scoreboard.imports.saving import save_all
from scoreboard.imports.slugs import free_slug
from scoreboard.imports.values import IMPORTED, person_values
from scoreboard.models import Chamber, FormerAddress, Legislator

WRITTEN = [name.removesuffix("_id") for name in IMPORTED] + [
    "ids",
    "imported",
    "sort_name",
    "updated_at",
]


class PeopleWriter:
    """Creates the people of a roster and brings those who are known up to date."""

    def __init__(self, roster: Roster, chambers: Mapping[tuple[str, str], Chamber]) -> None:
        self.roster, self.chambers = roster, chambers
        schemes = {person.scheme for person in roster.people.values()}
        known = Legislator.objects.filter(scheme__in=schemes, identifier__in=roster.people)
        self.known = {person.identifier: person for person in known}
        self.slugs = {
            *Legislator.objects.values_list("slug", flat=True),
            *FormerAddress.objects.values_list("slug", flat=True),
        }

    def write(self, tick: Tick) -> dict[str, PersonChange]:
        changes: dict[str, PersonChange] = {}
        new: list[Legislator] = []
        remembered: list[Legislator] = []
        for person in ticking(list(self.roster.people.values()), tick):
            record = self.known.get(person.identifier)
            if record is None:
                new.append(self._create(person))
                changes[person.identifier] = PersonChange(new[-1], "created")
                continue
            change = changes[person.identifier] = self._update(record, person)
            if change.imported is not None:
                remembered.append(record)
        Legislator.objects.bulk_create(new, batch_size=500)
        save_all(remembered, WRITTEN)
        return changes

    def _values(self, person: Person) -> dict[str, object]:
        handles = self.roster.handles.get(person.identifier)
        chamber = self.chambers[person.legislature, person.chamber]
        return person_values(person, handles, chamber.pk)

    def _create(self, person: Person) -> Legislator:
        record = Legislator(scheme=person.scheme, identifier=person.identifier)
        take(record, self._values(person))
        record.ids = dict(person.ids or {})
        record.slug = free_slug(person, self.slugs)
        record.sort_name = record.make_sort_name()
        self.slugs.add(record.slug)
        return record

    def _update(self, record: Legislator, person: Person) -> PersonChange:
        """`imported` is set only where there is something to save."""
        change, imported = PersonChange(record), record.imported
        merged = merge(record, self._values(person))
        change.kept = merged.kept
        for name, before in merged.before.items():
            change.note(name, before, merged.after[name])
        ids = {**record.ids, **(person.ids or {})}
        if ids != record.ids:
            change.note("ids", record.ids, ids)
            record.ids = ids
        if merged or record.imported != imported or "ids" in change.after:
            change.imported = imported
            record.sort_name = record.make_sort_name()
        return change
