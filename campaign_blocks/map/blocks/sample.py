"""What the block menu shows: a map with figures of its own, so that no record is needed."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from campaign_blocks.map.drawing import draw_states, marks
from campaign_blocks.map.models import Kind, Map
from campaign_blocks.map.services.maps import FIRST_KINDS
from campaign_blocks.map.tally import Tally

# {state: (places in use, bans)}
FIGURES = {
    "CA": (9, 3),
    "TX": (7, 0),
    "NY": (6, 0),
    "FL": (5, 0),
    "IL": (4, 0),
    "MA": (1, 7),
    "OR": (1, 1),
    "WA": (2, 1),
    "GA": (2, 0),
    "MI": (3, 0),
    "PR": (1, 0),
}
SPOTS = [(37.77, -122.42), (37.8, -122.27), (42.36, -71.06), (45.52, -122.68), (47.61, -122.33)]


def sample_value() -> dict[str, Any]:
    return {
        "heading": _("Where is facial recognition happening?"),
        "intro": _("Airports and police use it today. Cities have begun to ban it."),
        "map": Map(title=_("Where is facial recognition happening?"), slug="sample"),
        "look": "paper",
        "height": "tall",
    }


def sample_context(chosen: Map) -> dict[str, Any]:
    use, ban = (Kind(pk=number, **words) for number, words in enumerate(FIRST_KINDS[:2], start=1))
    counts = {state: {1: used, 2: bans} for state, (used, bans) in FIGURES.items()}
    tally = Tally(counts, [use, ban])
    address = reverse("map:full")
    picture = draw_states(tally=tally, address=f"{address}?state=", marked=[marks(ban, SPOTS)])
    return {"picture": picture, "tally": tally, "full_address": address}
