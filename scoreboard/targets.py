"""The scoreboard's answer to a petition that asks who represents a signer."""

from campaign_blocks.kit.doors import Target
from scoreboard.lookup import look_up
from scoreboard.models import Legislator
from scoreboard.narrowing import known_districts
from scoreboard.people import ORDER


def find_targets(*, postal_code: str, country: str) -> list[Target]:
    """Senators and every representative who may be the signer's; nobody outside the US."""
    if country and country.upper() != "US":
        return []
    lookup = look_up(postal_code)
    if not lookup.is_found:
        return []
    people = Legislator.objects.in_office().filter(chamber__legislature__country="US")
    districts = known_districts(people, (), lookup)
    found = people.represents(lookup.states, districts).select_related("chamber")
    return [target(person) for person in found.order_by(*ORDER)]


def target(person: Legislator) -> Target:
    return Target(
        id=f"{person.scheme}:{person.identifier}",
        name=person.full_name,
        title=person.short_title,
        seat=person.seat,
        url=person.get_absolute_url(),
    )
