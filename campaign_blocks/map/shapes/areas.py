"""What the places of a map are counted by: the states of the US, or the countries of the world."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campaign_blocks.map.shapes.countries import COUNTRIES
from campaign_blocks.map.shapes.names import STATES


@dataclass(frozen=True)
class Areas:
    """`field` is the place's column; `file` is what the full map draws."""

    name: str
    field: str
    names: Mapping[str, str]
    file: str
    one: str | Promise
    all_of_them: str | Promise

    def find(self, text: str) -> str:
        """The code meant by “CA”, “ca”, “california” or “new-york”; empty when there is none."""
        words = text.strip().replace("-", " ").casefold()
        if words.upper() in self.names:
            return words.upper()
        return next((code for code, name in self.names.items() if name.casefold() == words), "")


US = Areas(
    "us_states", "state", STATES, "map/shapes/us_states.topo.json", _("State"), _("All states")
)
WORLD = Areas(
    "world",
    "country",
    COUNTRIES,
    "map/shapes/world.topo.json",
    _("Country"),
    _("All countries"),
)
