"""Filters on people and, beside them, on vacant seats."""

from collections.abc import Mapping, Sequence
from typing import Any

from scoreboard.lookup import Lookup
from scoreboard.models import Vacancy
from scoreboard.querysets import LegislatorQuerySet

Seat = tuple[str, int]


def narrow(
    people: LegislatorQuerySet,
    vacancies: Sequence[Vacancy],
    chosen: Mapping[str, Any],
    lookup: Lookup | None,
    districts: Sequence[Seat] = (),
) -> tuple[LegislatorQuerySet, list[Vacancy]]:
    seats = list(vacancies)
    if lookup is not None:
        people = people.represents(lookup.states, districts)
        seats = [s for s in seats if _is_represented(s, lookup.states, districts)]
    if state := chosen.get("state"):
        people, seats = people.filter(state=state), [s for s in seats if s.state == state]
    if chamber := chosen.get("chamber"):
        people = people.filter(chamber__slug=chamber)
        seats = [s for s in seats if s.chamber.slug == chamber]
    return _of_person(people, seats, chosen)


def _of_person(
    people: LegislatorQuerySet, seats: list[Vacancy], chosen: Mapping[str, Any]
) -> tuple[LegislatorQuerySet, list[Vacancy]]:
    """What only a person has: a party, a name, a stance. Empty seats have none of them."""
    if party := chosen.get("party"):
        people, seats = people.filter(party_code=party), []
    if words := chosen.get("q"):
        people, seats = people.named(words), []
    if position := chosen.get("stance"):
        people, seats = people.at(position), []
    return people, seats


def known_districts(
    people: LegislatorQuerySet, vacancies: Sequence[Vacancy], lookup: Lookup
) -> tuple[Seat, ...]:
    """The ZIP code's districts, if the roster knows every one of them; else none.

    A table of another Congress may name districts that the roster has never heard of: then
    everybody of the state is shown, and nobody's representative goes missing.
    """
    here = people.filter(state__in=lookup.states, district__isnull=False)
    seats = set(here.values_list("state", "district"))
    seats |= {(s.state, s.district) for s in vacancies if s.district is not None}
    return lookup.districts if all(seat in seats for seat in lookup.districts) else ()


def _is_represented(vacancy: Vacancy, states: Sequence[str], districts: Sequence[Seat]) -> bool:
    if vacancy.state not in states:
        return False
    if vacancy.district is None or not districts:
        return True
    return (vacancy.state, vacancy.district) in districts
