"""Places as files for others: GeoJSON, CSV, and the short form that the full map draws."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

from campaign_blocks.kit.spreadsheet import safe_cell
from campaign_blocks.map.dates import write_rough_date
from campaign_blocks.map.imports.rows import COLUMNS
from campaign_blocks.map.models import Map, Place
from campaign_blocks.map.querysets import PlaceQuerySet

Absolute = Callable[[str], str]
GRID = 10_000  # the full map's whole numbers: ten thousandths of a degree, eleven metres


def compact(data: dict[str, Any]) -> str:
    return json.dumps(data, separators=(",", ":"), ensure_ascii=False)


def record(place: Place) -> dict[str, str]:
    """One place in the columns that the import reads."""
    return {
        "id": place.external_id or str(place.pk),
        "kind": place.kind.slug,
        "name": place.name,
        "city": place.city,
        "state": place.state,
        "country": place.country,
        "latitude": degrees(place.latitude),
        "longitude": degrees(place.longitude),
        "precision": place.precision,
        "status": place.status,
        "start_date": write_rough_date(place.start_date, place.start_precision),
        "status_date": write_rough_date(place.status_date, place.status_precision),
        "scope": place.scope,
        "description": place.description,
        "source": place.source,
        "source_url": place.source_url,
        "action_url": place.action_url,
        "verified": "yes" if place.verified else "no",
        "verified_by": place.verified_by,
    }


def degrees(value: Any) -> str:
    return "" if value is None else f"{value:f}".rstrip("0").rstrip(".")


def feature_collection(map: Map, places: PlaceQuerySet, absolute: Absolute) -> dict[str, Any]:
    """Who the data is from goes with it, as members that GeoJSON readers pass over."""
    credit = {
        "title": map.title,
        "attribution": map.attribution,
        "licence": map.licence,
        "licence_url": map.licence_url,
    }
    return {
        "type": "FeatureCollection",
        **{name: text for name, text in credit.items() if text},
        "features": [feature(place, absolute) for place in places],
    }


def feature(place: Place, absolute: Absolute) -> dict[str, Any]:
    """Empty properties are left out."""
    words = {k: v for k, v in record(place).items() if v and k not in {"latitude", "longitude"}}
    point = None
    if place.latitude is not None and place.longitude is not None:
        pair = [float(place.longitude), float(place.latitude)]
        point = {"type": "Point", "coordinates": pair}
    number = words.pop("id")
    words |= {"kind_label": place.kind.label, "link": absolute(place.get_absolute_url())}
    return {"type": "Feature", "id": number, "geometry": point, "properties": words}


def csv_text(places: PlaceQuerySet, absolute: Absolute) -> str:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([*COLUMNS, "link"])
    for place in places:
        words = {key: harmless(key, text) for key, text in record(place).items()}
        writer.writerow([*(words[name] for name in COLUMNS), absolute(place.get_absolute_url())])
    return file.getvalue()


def harmless(column: str, text: str) -> str:
    """Formulas get an apostrophe, as spreadsheets write them; the import takes one off."""
    if column in {"latitude", "longitude"}:
        return text
    return f"'{text}" if text.startswith("'") else str(safe_cell(text))


def columns(places: PlaceQuerySet, area: str = "state") -> dict[str, list[Any]]:
    """A list per column, whole numbers for degrees: a third of the size, ready for drawing."""
    names = ("pk", "latitude", "longitude", "kind__slug", area, "name", "city", "precision")
    rows = list(places.with_point().order_by(area, "name", "pk").values_list(*names))
    kinds = sorted({row[3] for row in rows})
    number = {slug: i for i, slug in enumerate(kinds)}
    return {
        "kinds": kinds,
        "id": [row[0] for row in rows],
        "y": [int(row[1] * GRID) for row in rows],
        "x": [int(row[2] * GRID) for row in rows],
        "k": [number[row[3]] for row in rows],
        "s": [row[4] for row in rows],
        "n": [row[5] for row in rows],
        "c": [row[6] if row[6] != row[5] else "" for row in rows],
        "rough": [i for i, row in enumerate(rows) if row[7] == "state"],
    }
