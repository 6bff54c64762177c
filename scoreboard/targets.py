"""The scoreboard's answer to a petition that asks who represents a signer."""

from collections.abc import Collection

from campaign_blocks.kit.doors import Target
from scoreboard.imports.legislatures import CONGRESS
from scoreboard.lookup import Lookup, look_up
from scoreboard.models import Legislator, Vacancy
from scoreboard.narrowing import Seat, known_districts
from scoreboard.people import ORDER

HOUSE = "house"
# The House knows American Samoa by another code than the Postal Service.
HOUSE_STATES = {"AS": "AQ"}


def find_targets(*, postal_code: str, country: str) -> list[Target]:
    """Senators and every representative who may be the signer's; nobody outside the US."""
    if country and country.upper() != "US":
        return []
    lookup = look_up(postal_code)
    if not lookup.is_found:
        return []
    # ZIP codes say nothing about districts of a state's own legislature.
    people = Legislator.objects.in_office().filter(chamber__legislature__slug=CONGRESS)
    vacancies = list(Vacancy.objects.filter(state__in=lookup.states))
    districts = known_districts(people, vacancies, lookup)
    found = people.represents(lookup.states, districts).select_related("chamber__legislature")
    rows = list(found.order_by(*ORDER))
    sure = certain_seats(rows, lookup, districts)
    return [target(person, certain=seat_of(person) in sure) for person in rows]


def seat_of(person: Legislator) -> tuple[str, int | None]:
    return person.state, person.district


def certain_seats(
    people: Collection[Legislator], lookup: Lookup, districts: Collection[Seat]
) -> set[tuple[str, int | None]]:
    """Statewide seats, seats at large, and the districts that the table of ZIP codes names.

    Whether a code in several of them is this seat's or that one's is for the signer to say.
    """
    statewide = {(state, None) for state in lookup.states}
    divided = {person.state for person in people if person.district}
    at_large = {(state, 0) for state in lookup.states if state not in divided}
    return {*statewide, *at_large, *districts}


def target(person: Legislator, *, certain: bool = True) -> Target:
    return Target(
        id=f"{person.scheme}:{person.identifier}",
        name=person.full_name,
        title=person.short_title,
        seat=person.seat,
        url=person.get_absolute_url(),
        chamber=person.chamber.name,
        email=person.email,
        office=office(person),
        certain=certain,
    )


def office(person: Legislator) -> str:
    """As Congress's delivery service names offices: "HMA07"; of a senator "SMA Warren", because
    only the Senate's own list says which number she has. Empty for other legislatures."""
    if person.chamber.legislature.slug != CONGRESS or not person.state:
        return ""
    if person.chamber.slug == HOUSE and person.district is not None:
        return f"H{HOUSE_STATES.get(person.state, person.state)}{person.district:02}"
    return f"S{person.state} {person.family_name}" if person.district is None else ""
