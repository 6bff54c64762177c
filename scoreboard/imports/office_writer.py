from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from scoreboard.imports.changes import PersonChange
from scoreboard.imports.merge import merge, take
from scoreboard.imports.records import LocalOffice
from scoreboard.imports.saving import save_all
from scoreboard.imports.values import OFFICE, office_values, plain
from scoreboard.models import Office

KEPT = ("key", *OFFICE, "imported")


def as_plain(offices: Sequence[Office]) -> list[dict[str, Any]]:
    return [plain(office, KEPT) for office in sorted(offices, key=lambda office: office.key)]


class OfficeWriter:
    """Offices of everybody whom the source lists.

    An office that staff added by hand stays; one that left the source goes.
    """

    def __init__(self, told: Mapping[str, Sequence[LocalOffice]]) -> None:
        self.told = told
        self.new: list[Office] = []
        self.changed: list[Office] = []
        self.gone: list[int] = []

    def write(self, changes: Mapping[str, PersonChange]) -> None:
        people = {changes[i].person.pk: changes[i] for i in self.told if i in changes}
        stored: dict[int, dict[str, Office]] = defaultdict(dict)
        for office in Office.objects.filter(legislator__in=people):
            stored[office.legislator_id][office.key] = office
        for pk, change in people.items():
            self._compare(change, stored[pk], self.told[change.person.identifier])
        Office.objects.bulk_create(self.new)
        save_all(self.changed, [*OFFICE, "imported"])
        Office.objects.filter(pk__in=self.gone).delete()

    def _compare(
        self, change: PersonChange, stored: dict[str, Office], told: Sequence[LocalOffice]
    ) -> None:
        before, kept = as_plain(list(stored.values())), []
        by_key = {office.key: office for office in told}
        for key, office in stored.items():
            if office.imported and key not in by_key:
                self.gone.append(office.pk)
            else:
                kept.append(office)
        for key, local in by_key.items():
            record = stored.get(key)
            if record is None:
                kept.append(self._add(change.person.pk, local))
            elif merge(record, office_values(local)):
                self.changed.append(record)
        after = as_plain(kept)
        if [visible(one) for one in before] != [visible(one) for one in after]:
            change.note("offices", before, after)

    def _add(self, legislator_id: int, office: LocalOffice) -> Office:
        record = Office(legislator_id=legislator_id, key=office.key)
        take(record, office_values(office))
        self.new.append(record)
        return record


def visible(office: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in office.items() if name != "imported"}
