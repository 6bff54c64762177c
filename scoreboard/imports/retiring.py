"""Who is not in a roster any more: retired only where the roster speaks for the whole chamber."""

from collections import Counter
from collections.abc import Mapping

from scoreboard.imports.changes import PersonChange
from scoreboard.imports.merge import merge
from scoreboard.imports.records import Roster
from scoreboard.imports.saving import save_all
from scoreboard.models import Chamber, Legislator

# A source that names fewer of a chamber's members is taken for a part of it.
COVERS_FROM = 0.9


def covered_chambers(
    roster: Roster, chambers: Mapping[tuple[str, str], Chamber]
) -> dict[tuple[str, str], Chamber]:
    """Where the number of seats is unknown, the members known so far are the measure."""
    told = Counter((person.legislature, person.chamber) for person in roster.people.values())
    covered = {}
    for key, chamber in chambers.items():
        full = chamber.seats or chamber.legislators.filter(in_office=True).count()
        if told[key] >= max(1, full * COVERS_FROM):
            covered[key] = chamber
    return covered


def retire(roster: Roster, chambers: Mapping[tuple[str, str], Chamber]) -> dict[str, PersonChange]:
    """Retired people keep their page; one whom staff keep in office stays."""
    here = {(person.scheme, person.identifier) for person in roster.people.values()}
    changes = {}
    for record in Legislator.objects.in_office().filter(chamber__in=chambers.values()):
        if (record.scheme, record.identifier) in here:
            continue
        imported = record.imported
        if merge(record, {"in_office": False}):
            change = PersonChange(record, "retired", imported=imported)
            change.note("in_office", True, False)
            changes[record.identifier] = change
    people = [change.person for change in changes.values()]
    save_all(people, ["in_office", "imported", "updated_at"])
    return changes
