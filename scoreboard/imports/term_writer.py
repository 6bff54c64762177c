from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from scoreboard.imports.changes import PersonChange
from scoreboard.imports.merge import as_stored
from scoreboard.imports.records import Person
from scoreboard.imports.saving import save_all
from scoreboard.imports.values import TERM, plain, term_values
from scoreboard.models import Chamber, Term

KEPT = ("key", "chamber_id", *TERM, "by_staff")


def as_plain(terms: Sequence[Term]) -> list[dict[str, Any]]:
    return [plain(term, KEPT) for term in sorted(terms, key=lambda term: term.key)]


class TermWriter:
    """Terms of everybody whose history the source knows; what staff entered stays."""

    def __init__(
        self, people: Mapping[str, Person], chambers: Mapping[tuple[str, str], Chamber]
    ) -> None:
        self.people = {key: person for key, person in people.items() if person.terms}
        self.chambers = chambers
        self.new: list[Term] = []
        self.changed: list[Term] = []
        self.gone: list[int] = []

    def write(self, changes: Mapping[str, PersonChange]) -> None:
        known = {changes[i].person.pk: changes[i] for i in self.people if i in changes}
        stored: dict[int, dict[str, Term]] = defaultdict(dict)
        for term in Term.objects.filter(legislator__in=known):
            stored[term.legislator_id][term.key] = term
        for pk, change in known.items():
            self._compare(change, stored[pk], self.people[change.person.identifier])
        Term.objects.bulk_create(self.new, batch_size=1000)
        save_all(self.changed, ["chamber", *TERM])
        Term.objects.filter(pk__in=self.gone).delete()

    def _compare(self, change: PersonChange, stored: dict[str, Term], person: Person) -> None:
        before = as_plain(list(stored.values()))
        kept = [term for term in stored.values() if term.by_staff]
        told = set()
        for service in person.terms or ():
            chamber = self.chambers[person.legislature, service.chamber]
            values = term_values(service, chamber.pk)
            told.add(service.key)
            record = stored.get(service.key)
            if record is None:
                record = Term(legislator_id=change.person.pk, key=service.key, **values)
                self.new.append(record)
            elif record.by_staff:
                continue
            elif differs(record, values):
                self.changed.append(record)
            kept.append(record)
        self.gone += [t.pk for key, t in stored.items() if key not in told and not t.by_staff]
        after = as_plain(kept)
        if before != after:
            change.note("terms", before, after)


def differs(record: Term, values: Mapping[str, Any]) -> bool:
    """Sets what differs."""
    wrong = [
        name
        for name, value in values.items()
        if as_stored(getattr(record, name)) != as_stored(value)
    ]
    for name in wrong:
        setattr(record, name, values[name])
    return bool(wrong)
