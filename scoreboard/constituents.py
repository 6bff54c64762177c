"""How many of a legislator's own people signed, where enough did that nobody is singled out."""

from collections.abc import Sequence

from campaign_blocks.kit.doors import Constituents, constituent_counters
from scoreboard.models import Legislator
from scoreboard.states import ALL_STATES

FEWEST = 10


def constituents_of(person: Legislator) -> Sequence[Constituents]:
    """Of a district for who sits for one, of the whole state for all others."""
    if person.state not in ALL_STATES:
        return ()
    district = "" if person.district is None else str(person.district)
    found = [
        row
        for counter in constituent_counters()
        for row in counter(state=person.state, district=district)
    ]
    return [row for row in found if row.number >= FEWEST]
