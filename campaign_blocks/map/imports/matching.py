"""Which places a file speaks of: by their number, else by kind, name and city."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from campaign_blocks.map.gazetteer import CityKey, city_key
from campaign_blocks.map.imports.rows import Cleaned
from campaign_blocks.map.models import Place


class Look(NamedTuple):
    """What two records of one place have in common."""

    kind: int
    name: CityKey
    city: CityKey


class Known:
    """The places of one map as an import finds them."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.by_number: dict[str, Place] = {}
        self.by_look: dict[Look, Place] = {}
        for place in places:
            self.by_number.setdefault(place.external_id or str(place.pk), place)
            looks = look(place.kind_id, place.name, place.city, place.state, place.country)
            self.by_look.setdefault(looks, place)

    def find(self, row: Cleaned) -> Place | None:
        """The place that the row is about; a row without a number is known by its look."""
        number = row.fields["external_id"]
        if found := self.by_number.get(number):
            return found
        alike = self.lookalike(row)
        return alike if alike and not (number and alike.external_id) else None

    def lookalike(self, row: Cleaned) -> Place | None:
        """A place of the same kind and name in the same city, perhaps under another number."""
        fields: dict[str, Any] = row.fields
        kind, city, state = fields["kind"], fields["city"], fields["state"]
        return self.by_look.get(look(kind.pk, fields["name"], city, state, fields["country"]))


def look(kind: int, name: str, city: str, state: str, country: str) -> Look:
    return Look(kind, city_key(name, state, country), city_key(city, state, country))
