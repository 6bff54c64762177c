"""From a street address to the people who represent it. The address is used once and forgotten."""

import logging
from dataclasses import dataclass, field

from django.core.cache import cache
from django.db.models import Max
from django.utils.translation import gettext as _

from scoreboard.addresses import state_legislators
from scoreboard.addresses.asking import NoAnswer
from scoreboard.addresses.geocoder import Spot, locate
from scoreboard.addresses.state_legislators import StateLegislator
from scoreboard.imports.legislatures import CONGRESS
from scoreboard.lookup import Lookup, in_district
from scoreboard.models import Legislator
from scoreboard.seats import ordinal
from scoreboard.states import ALL_STATES

logger = logging.getLogger("campaign.scoreboard")

WRONG_CONGRESS = "scoreboard:wrong-congress"
REMEMBERED = 7 * 24 * 3600


@dataclass(frozen=True, slots=True)
class AddressAnswer:
    """Either a `problem` in words, or the seat; with the wrong Congress, only the state."""

    lookup: Lookup | None = None
    problem: str = ""
    neighbours: list[StateLegislator] = field(default_factory=list)


def answer_address(address: str) -> AddressAnswer:
    try:
        spots = locate(address)
    except NoAnswer as error:
        logger.warning("The address service did not answer: %s.", error)
        return AddressAnswer(
            problem=_("The address service does not answer. Try again later, or use house.gov.")
        )
    if not spots:
        return AddressAnswer(
            problem=_("Nobody knows this address. Write it as on an envelope, with the ZIP code.")
        )
    if len(spots) > 1:
        return AddressAnswer(
            problem=_("This may be more than one place. Add the city, the state and the ZIP code.")
        )
    return found(spots[0])


def found(spot: Spot) -> AddressAnswer:
    people: list[StateLegislator] = []
    if state_legislators.is_offered():
        people = state_legislators.find_state_legislators(spot)
    ours = roster_congress()
    if ours and ours != spot.congress:
        tell_staff(spot.congress, ours)
        return AddressAnswer(whole_state(spot.state), other_congress(spot, ours), people)
    return AddressAnswer(in_district((spot.state, spot.district)), neighbours=people)


def whole_state(state: str) -> Lookup:
    return Lookup(ALL_STATES[state], (state,), by="state")


def other_congress(spot: Spot, ours: int) -> str:
    """Never a guess: a district may have moved between two Congresses."""
    return _(
        "The address service speaks of the districts of the %(theirs)s Congress, and this list is "
        "of the %(ours)s. Here is everybody from %(state)s."
    ) % {
        "theirs": ordinal(spot.congress),
        "ours": ordinal(ours),
        "state": ALL_STATES[spot.state],
    }


def roster_congress() -> int:
    """The Congress that the imported members of the House sit in; 0 when nobody knows."""
    house = Legislator.objects.in_office().filter(
        chamber__legislature__slug=CONGRESS, district__isnull=False
    )
    latest = house.aggregate(latest=Max("term_start"))["latest"]
    return (latest.year - 1789) // 2 + 1 if latest else 0


def tell_staff(theirs: int, ours: int) -> None:
    logger.warning(
        "The address service is of the %d. Congress, the roster of the %d.", theirs, ours
    )
    cache.set(WRONG_CONGRESS, (theirs, ours), REMEMBERED)


def wrong_congress() -> tuple[int, int] | None:
    """(theirs, ours) when an answer of this week was of another Congress."""
    known: tuple[int, int] | None = cache.get(WRONG_CONGRESS)
    return known
