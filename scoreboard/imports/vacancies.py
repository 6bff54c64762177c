from collections import Counter
from collections.abc import Sequence
from datetime import date

from scoreboard.imports.records import Person, Roster
from scoreboard.models import Chamber, Legislator, Vacancy
from scoreboard.seats import house_districts, seat_name
from scoreboard.states import STATES

SENATORS = 2


def write_vacancies(roster: Roster, covered: Sequence[Chamber], as_of: date | None) -> None:
    """Where a whole chamber is known, the seats that nobody holds are known too."""
    people = roster.people.values()
    day = as_of or max((p.term_start for p in people if p.term_start), default=None)
    for chamber in covered:
        members = [person for person in people if person.chamber == chamber.slug]
        if chamber.slug == "senate":
            _replace(chamber, empty_senate_seats(members))
        elif day is not None:
            _replace(chamber, empty_house_seats(members, day))
    for vacancy in Vacancy.objects.filter(district__isnull=False):
        seat = {"state": vacancy.state, "district": vacancy.district}
        if Legislator.objects.in_office().filter(chamber=vacancy.chamber_id, **seat).exists():
            vacancy.delete()


def empty_house_seats(members: Sequence[Person], day: date) -> list[tuple[str, int | None]]:
    held = {(person.state, person.district) for person in members}
    return [seat for seat in house_districts(day) if seat not in held]


def empty_senate_seats(members: Sequence[Person]) -> list[tuple[str, int | None]]:
    held = Counter(person.state for person in members)
    return [(state, None) for state in STATES for _ in range(SENATORS - held[state])]


def _replace(chamber: Chamber, seats: Sequence[tuple[str, int | None]]) -> None:
    stored = list(chamber.vacancies.values_list("state", "district"))
    if Counter(stored) == Counter(seats):
        return
    chamber.vacancies.all().delete()
    Vacancy.objects.bulk_create(
        Vacancy(chamber=chamber, state=state, district=district, seat=seat_name(state, district))
        for state, district in seats
    )
