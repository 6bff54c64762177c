"""Places as files for others: GeoJSON and CSV, each written in one pass over plain rows."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.urls import reverse

from campaign_blocks.kit.spreadsheet import safe_cell
from campaign_blocks.map.dates import write_rough_date
from campaign_blocks.map.imports.rows import COLUMNS
from campaign_blocks.map.models import Map
from campaign_blocks.map.querysets import PlaceQuerySet

Absolute = Callable[[str], str]


class Row(NamedTuple):
    """A place as the database answers; `link` is still its number."""

    link: int
    external_id: str
    kind: str
    kind_label: str
    name: str
    city: str
    state: str
    country: str
    latitude: Decimal | None
    longitude: Decimal | None
    precision: str
    status: str
    start_date: date | None
    start_precision: str
    status_date: date | None
    status_precision: str
    scope: str
    description: str
    source: str
    source_url: str
    action_url: str
    verified: bool
    verified_by: str


_RELATED = {"link": "pk", "kind": "kind__slug", "kind_label": "kind__label"}
_FIELDS = tuple(_RELATED.get(name, name) for name in Row._fields)
# What differs from place to place stands together, before what is often the same: it packs better.
_ORDER = ("source_url", "source", "description", "start_date", "status_date", "kind", "kind_label")
_POINT = ("latitude", "longitude")
_REST = [name for name in COLUMNS if name not in (*_ORDER, *_POINT, "id")]
_PROPERTIES = (*_ORDER, *_REST)


def compact(data: dict[str, Any]) -> str:
    return json.dumps(data, separators=(",", ":"), ensure_ascii=False)


def rows(places: PlaceQuerySet) -> Iterator[Row]:
    return map(Row._make, places.values_list(*_FIELDS))


def record(row: Row) -> dict[str, Any]:
    """One place in the columns that the import reads, and some more."""
    return {
        **row._asdict(),
        "id": row.external_id or str(row.link),
        "latitude": degrees(row.latitude),
        "longitude": degrees(row.longitude),
        "start_date": write_rough_date(row.start_date, row.start_precision),
        "status_date": write_rough_date(row.status_date, row.status_precision),
        "verified": "yes" if row.verified else "no",
    }


def degrees(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}".rstrip("0").rstrip(".")


def links(absolute: Absolute) -> Callable[[int], str]:
    """The address of a place by its number; twenty thousand are not looked up one by one."""
    before, after = absolute(reverse("map:place", args=[0])).rsplit("0", 1)
    return lambda number: f"{before}{number}{after}"


def feature_collection(map: Map, places: PlaceQuerySet, absolute: Absolute) -> dict[str, Any]:
    """Who the data is from goes with it, as members that GeoJSON readers pass over."""
    credit = {
        "title": map.title,
        "attribution": map.attribution,
        "licence": map.licence,
        "licence_url": map.licence_url,
    }
    link = links(absolute)
    return {
        "type": "FeatureCollection",
        **{name: text for name, text in credit.items() if text},
        "features": [feature(row, link(row.link)) for row in rows(places)],
    }


def feature(row: Row, link: str) -> dict[str, Any]:
    """Empty properties are left out."""
    words = record(row)
    point = None
    if row.latitude is not None and row.longitude is not None:
        pair = [float(row.longitude), float(row.latitude)]
        point = {"type": "Point", "coordinates": pair}
    properties = {"link": link, **{name: words[name] for name in _PROPERTIES if words[name]}}
    return {"type": "Feature", "geometry": point, "id": words["id"], "properties": properties}


def csv_text(places: PlaceQuerySet, absolute: Absolute) -> str:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([*COLUMNS, "link"])
    link = links(absolute)
    for row in rows(places):
        words = record(row)
        cells = [harmless(name, words[name]) for name in COLUMNS]
        writer.writerow([*cells, link(row.link)])
    return file.getvalue()


def harmless(column: str, text: str) -> str:
    """Formulas get an apostrophe, as spreadsheets write them; the import takes one off."""
    if column in _POINT:
        return text
    return f"'{text}" if text.startswith("'") else str(safe_cell(text))
