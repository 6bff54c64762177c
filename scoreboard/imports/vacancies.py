from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from scoreboard.imports.records import CONGRESS, Person, Roster
from scoreboard.imports.values import plain
from scoreboard.models import Chamber, Legislator, Vacancy
from scoreboard.seats import house_districts, seat_name
from scoreboard.states import STATES

SENATORS = 2
KEPT = ("chamber_id", "state", "district", "area", "seat", "since")
Seat = tuple[str, int | None]


def write_vacancies(
    roster: Roster, covered: Mapping[tuple[str, str], Chamber], as_of: date | None
) -> list[dict[str, Any]]:
    """Where a whole chamber is known, the seats that nobody holds are known too.

    Answers all vacant seats as they were before, for an undo.
    """
    before = [plain(vacancy, KEPT) for vacancy in Vacancy.objects.order_by("pk")]
    people = roster.people.values()
    day = as_of or max((p.term_start for p in people if p.term_start), default=None)
    for (legislature, slug), chamber in covered.items():
        members = [p for p in people if (p.legislature, p.chamber) == (legislature, slug)]
        seats = empty_seats(chamber, members, day)
        if seats is not None:
            _replace(chamber, seats)
    _fill()
    return before


def empty_seats(chamber: Chamber, members: Sequence[Person], day: date | None) -> list[Seat] | None:
    """None where nothing says which seats there are."""
    if chamber.legislature.slug != CONGRESS:
        return empty_numbered_seats(chamber, members)
    if chamber.slug == "senate":
        return empty_senate_seats(members)
    return empty_house_seats(members, day) if day else None


def empty_house_seats(members: Sequence[Person], day: date) -> list[Seat]:
    held = {(person.state, person.district) for person in members}
    return [seat for seat in house_districts(day) if seat not in held]


def empty_senate_seats(members: Sequence[Person]) -> list[Seat]:
    held = Counter(person.state for person in members)
    return [(state, None) for state in STATES for _ in range(SENATORS - held[state])]


def empty_numbered_seats(chamber: Chamber, members: Sequence[Person]) -> list[Seat] | None:
    """Of a state's chamber whose districts run from 1 to the number of its seats, one each."""
    held = [person.district for person in members]
    numbers = {district for district in held if district}
    states = {person.state for person in members}
    if len(states) != 1 or len(numbers) != len(held) or max(numbers) > chamber.seats:
        return None
    state = states.pop()
    return [(state, number) for number in range(1, chamber.seats + 1) if number not in numbers]


def _replace(chamber: Chamber, seats: Sequence[Seat]) -> None:
    stored = list(chamber.vacancies.values_list("state", "district"))
    if Counter(stored) == Counter(seats):
        return
    chamber.vacancies.all().delete()
    Vacancy.objects.bulk_create(
        Vacancy(
            chamber=chamber,
            state=state,
            district=district,
            seat=_name(chamber, state, district),
        )
        for state, district in seats
    )


def _name(chamber: Chamber, state: str, district: int | None) -> str:
    name = seat_name(state, district)
    if chamber.legislature.slug == CONGRESS or district is None:
        return name
    return name.replace(" district", f" {chamber.name} district")


def _fill() -> None:
    """A seat that somebody holds by now is not vacant, however it came to be marked."""
    for vacancy in Vacancy.objects.filter(district__isnull=False):
        seat = {"state": vacancy.state, "district": vacancy.district}
        if Legislator.objects.in_office().filter(chamber=vacancy.chamber_id, **seat).exists():
            vacancy.delete()
