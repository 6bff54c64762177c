"""Parser of Popolo JSON: persons, organizations, memberships, areas and events in one object."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from scoreboard.imports.documents import Item
from scoreboard.imports.fields import Fields
from scoreboard.imports.parliaments import parliament
from scoreboard.imports.popolo_people import describe
from scoreboard.imports.popolo_seats import Seat, Seats
from scoreboard.imports.problems import ImportProblem, Problems
from scoreboard.imports.records import LegislatureFacts, Parsed

LISTS = ("persons", "memberships", "organizations")


def is_popolo(lists: Mapping[str, object]) -> bool:
    return all(name in lists for name in LISTS)


def parse(lists: Mapping[str, list[Item]], *, source: str, as_of: date | None = None) -> Parsed:
    """Who sits on that day, or in the latest period, with every seat they held before."""
    if not is_popolo(lists):
        expected = ", ".join(LISTS)
        raise ImportProblem(f"expected Popolo's lists: {expected}", source=source, line=1)
    problems = Problems()
    facts = _legislature(lists["organizations"], source)
    persons = _persons(lists["persons"], problems)
    seats = Seats(lists, facts)
    held = _held(lists["memberships"], persons, seats, problems)
    found = []
    for identifier, item in persons.items():
        with problems.gathered():
            described = describe(item, facts, held[identifier], as_of or seats.latest)
            if described is not None:
                found.append(described)
    problems.raise_any()
    if not found:
        raise ImportProblem("nobody in it sits on that day", source=source, line=1)
    people, handles = zip(*found, strict=True)
    return Parsed(people, [facts], {one.identifier: one for one in handles if one})


def _persons(items: Sequence[Item], problems: Problems) -> dict[str, Item]:
    persons: dict[str, Item] = {}
    for item in items:
        with problems.gathered():
            fields = Fields(item, item.data)
            identifier = fields.text("id", required=True, limit=80)
            if identifier in persons:
                first = persons[identifier].line
                raise fields.problem(f"{identifier} is listed already on line {first}", "id")
            persons[identifier] = item
    return persons


def _held(
    items: Sequence[Item], persons: Mapping[str, Item], seats: Seats, problems: Problems
) -> dict[str, list[Seat]]:
    held: dict[str, list[Seat]] = defaultdict(list)
    for item in items:
        with problems.gathered():
            fields = Fields(item, item.data)
            identifier = fields.text("person_id", required=True)
            if identifier not in persons:
                raise fields.problem(f"there is no person {identifier}", "person_id")
            if (seat := seats.read(fields)) is not None:
                held[identifier].append(seat)
    return held


def _legislature(organizations: list[Item], source: str) -> LegislatureFacts:
    for item in organizations:
        fields = Fields(item, item.data)
        if fields.text("classification") == "legislature":
            name = fields.text("name", required=True, limit=120)
            return parliament(name, _wikidata(fields), fields.whole_number("seats") or 0)
    raise ImportProblem("no organization is a legislature", source=source, field="organizations")


def _wikidata(organization: Fields) -> str:
    every = organization.each("identifiers", required=False)
    known = (one.text("identifier") for one in every if one.text("scheme") == "wikidata")
    return next(known, "")
