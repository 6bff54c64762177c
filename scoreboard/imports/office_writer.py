from collections import defaultdict
from collections.abc import Mapping

from scoreboard.imports.merge import merge, take
from scoreboard.imports.records import LocalOffice, Roster
from scoreboard.imports.values import OFFICE, office_values
from scoreboard.models import Legislator, Office


def write_offices(roster: Roster, known: Mapping[str, Legislator]) -> set[str]:
    """Offices of everybody whom the source lists; answers the identifiers of changed people.

    An office that staff added by hand stays; one that left the source goes.
    """
    people = {known[i].pk: i for i in roster.offices if i in known}
    stored: dict[int, dict[str, Office]] = defaultdict(dict)
    for office in Office.objects.filter(legislator__in=people):
        stored[office.legislator_id][office.key] = office
    new: list[Office] = []
    changed: list[Office] = []
    gone: list[Office] = []
    for pk, identifier in people.items():
        told = {local.key: local for local in roster.offices[identifier]}
        gone += [o for key, o in stored[pk].items() if o.imported and key not in told]
        for key, local in told.items():
            record = stored[pk].get(key)
            if record is None:
                new.append(_new_office(pk, local))
            elif merge(record, office_values(local)):
                changed.append(record)
    Office.objects.bulk_create(new)
    Office.objects.bulk_update(changed, [*OFFICE, "imported"], batch_size=200)
    Office.objects.filter(pk__in=[office.pk for office in gone]).delete()
    return {people[office.legislator_id] for office in (*new, *changed, *gone)}


def _new_office(legislator_id: int, office: LocalOffice) -> Office:
    record = Office(legislator_id=legislator_id, key=office.key)
    take(record, office_values(office))
    return record
