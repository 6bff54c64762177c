"""What the share images of all published maps should show now."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from campaign_blocks.map.area_reading import AreaReading
from campaign_blocks.map.models import Map, Place
from campaign_blocks.map.pictures.card import draw_area, draw_place, place_image_name
from campaign_blocks.map.pictures.finding import area_key, place_key

FIELDS = (
    "name",
    "city",
    "state",
    "country",
    "latitude",
    "longitude",
    "start_date",
    "start_precision",
    "kind__label",
    "kind__tone",
    "map__title",
)


class Wanted(NamedTuple):
    key: str
    digest: str
    draw: Callable[[], bytes]


def wanted() -> Iterator[Wanted]:
    """States first, for they are few; then places, what changed last before the others."""
    for map_ in Map.objects.published():
        yield from of_states(map_)
    places = Place.objects.published().select_related("map", "kind").only(*FIELDS)
    for place in places.order_by("-updated_at", "-pk").iterator(500):
        yield Wanted(place_key(place), place_image_name(place), partial(draw_place, place))


def of_states(map_: Map) -> Iterator[Wanted]:
    """Of the states that have places."""
    first = AreaReading(map_, "")
    for code in sorted(set(first.tally.counts) & set(map_.areas.names)):
        area = AreaReading(map_, code)
        area.__dict__["tally"] = first.tally  # counted once for all
        draw = partial(draw_area, area.words, map_.areas, code)
        yield Wanted(area_key(map_, code), area.image_name, draw)
