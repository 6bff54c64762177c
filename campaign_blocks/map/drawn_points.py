"""What the full map draws: every place's point as GeoJSON, small enough for a telephone.

One feature for each state or country, its places as a MultiPoint with a list for each word beside
it: half the size of a feature for each place.
"""

from itertools import groupby
from operator import itemgetter
from typing import Any

from campaign_blocks.map.querysets import PlaceQuerySet

DECIMALS = 4  # of a degree: eleven metres
_FIELDS = ("pk", "latitude", "longitude", "kind__slug", "name", "city")

Row = tuple[Any, ...]


def points(places: PlaceQuerySet, area: str) -> dict[str, Any]:
    """`area` is "state" or "country"; a place's kind is its number in "kinds"."""
    found = places.with_point().order_by(area, "name", "pk").values_list(area, *_FIELDS)
    by_area = [(code, list(rows)) for code, rows in groupby(found, key=itemgetter(0))]
    kinds = sorted({row[4] for _, rows in by_area for row in rows})
    number = {slug: i for i, slug in enumerate(kinds)}
    return {
        "type": "FeatureCollection",
        "kinds": kinds,
        "features": [feature(code, rows, number) for code, rows in by_area],
    }


def feature(code: str, rows: list[Row], number: dict[str, int]) -> dict[str, Any]:
    coordinates = [[round(float(row[3]), DECIMALS), round(float(row[2]), DECIMALS)] for row in rows]
    properties = {
        "area": code,
        "place": [row[1] for row in rows],
        "kind": [number[row[4]] for row in rows],
        "name": [row[5] for row in rows],
        "city": [row[6] if row[6] != row[5] else "" for row in rows],
    }
    geometry = {"type": "MultiPoint", "coordinates": coordinates}
    return {"type": "Feature", "geometry": geometry, "properties": properties}
