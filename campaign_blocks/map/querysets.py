"""What can be asked about places."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.db.models.functions import Round

from campaign_blocks.map.shapes.countries import COUNTRIES
from campaign_blocks.map.shapes.names import STATES
from campaign_blocks.map.zip_prefixes import state_of_zip

if TYPE_CHECKING:
    from campaign_blocks.map.models import Place  # noqa: F401  the "Place" of QuerySet


@dataclass(frozen=True)
class Box:
    """A rectangle in degrees; west may be greater than east across the date line."""

    west: Decimal
    south: Decimal
    east: Decimal
    north: Decimal


class PlaceQuerySet(QuerySet["Place"]):
    def published(self) -> "PlaceQuerySet":
        return self.filter(live=True, map__published=True)

    def in_area(self, field: str, code: str) -> "PlaceQuerySet":
        """`field` is "state" or "country"."""
        return self.filter(**{field: code})

    def in_review(self) -> "PlaceQuerySet":
        return self.filter(live=False)

    def of_kind(self, *slugs: str) -> "PlaceQuerySet":
        return self.filter(kind__slug__in=slugs)

    def of_meaning(self, *meanings: str) -> "PlaceQuerySet":
        return self.filter(kind__meaning__in=meanings)

    def within(self, box: Box) -> "PlaceQuerySet":
        inside = Q(latitude__gte=box.south, latitude__lte=box.north)
        west, east = Q(longitude__gte=box.west), Q(longitude__lte=box.east)
        return self.filter(inside & (west & east if box.west <= box.east else west | east))

    def with_point(self) -> "PlaceQuerySet":
        return self.filter(latitude__isnull=False)

    def with_kind(self) -> "PlaceQuerySet":
        return self.select_related("kind")

    def matching(self, words: str) -> "PlaceQuerySet":
        """Every word in the name, the city or the state; digits are read as a ZIP code."""
        found = self
        for word in words.split()[:8]:
            found = found.filter(_about(word))
        return found

    def spots_by_kind(self, limit: int) -> dict[int, list[tuple[float, float]]]:
        """{kind id: distinct (latitude, longitude)}, rounded to a hundredth of a degree."""
        places = self.with_point().order_by()
        rows = places.values_list("kind_id", Round("latitude", 2), Round("longitude", 2))
        found: dict[int, list[tuple[float, float]]] = {}
        for kind, latitude, longitude in rows.distinct()[:limit]:
            found.setdefault(kind, []).append((float(latitude), float(longitude)))
        return found


def _about(word: str) -> Q:
    zip_state = state_of_zip(word)
    if zip_state:
        return Q(state=zip_state) | Q(name__icontains=word)
    named = Q(state__in=_states_named(word)) | Q(country__in=_countries_named(word))
    return Q(name__icontains=word) | Q(city__icontains=word) | named


def _countries_named(word: str) -> Collection[str]:
    """Of home there are too many places: there the states are asked for."""
    word = word.casefold()
    named = {code for code, name in COUNTRIES.items() if word in name.casefold().split()}
    return named - {"US"}


def _states_named(word: str) -> Collection[str]:
    word = word.casefold()
    named = {code for code, name in STATES.items() if word in name.casefold().split()}
    begins = {code for code, name in STATES.items() if name.casefold().startswith(word)}
    exact = {code for code in STATES if code.casefold() == word}
    return exact or named | (begins if len(word) > 3 else set())
