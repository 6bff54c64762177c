"""Where a city lies, without asking anybody: from the bundled list, or from the operator's own.

cities.csv: places of the US over 15,000 people and cities of the world over 100,000, largest first.
"""

import csv
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

from campaign_blocks.map.imports.rows import FileProblem
from campaign_blocks.map.point import Point, PointError, read_pair
from campaign_blocks.map.shapes.countries import COUNTRIES
from campaign_blocks.map.shapes.names import STATES
from campaign_blocks.map.shapes.picture import middle_of_state

BUNDLED = Path(__file__).with_name("cities.csv")
HOME = "US"
_COLUMNS = {"name", "state", "latitude", "longitude"}
_ENDINGS = (" city", " town", " township", " village")
_SHORT = {"st ": "saint ", "st. ": "saint ", "ft ": "fort ", "ft. ": "fort ", "mt ": "mount "}


class CityKey(NamedTuple):
    city: str
    state: str
    country: str


Gazetteer = dict[CityKey, Point]


def city_key(city: str, state: str, country: str = HOME) -> CityKey:
    """“New York City” and “New York”, “St. Louis” and “Saint Louis” are the same."""
    name = " ".join(city.casefold().split())
    for short, long in _SHORT.items():
        if name.startswith(short):
            name = long + name.removeprefix(short)
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    return CityKey(name, state.strip().upper() if country == HOME else "", country)


@lru_cache(maxsize=1)
def bundled() -> Gazetteer:
    return read_gazetteer(BUNDLED)


def read_gazetteer(path: Path) -> Gazetteer:
    """The first of two cities of one name wins (files list large ones first)."""
    found: Gazetteer = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if not set(reader.fieldnames or ()) >= _COLUMNS:
                words = _("%(file)s: columns needed: %(columns)s.")
                named = {"file": path.name, "columns": ", ".join(sorted(_COLUMNS))}
                raise FileProblem(words % named, 1)
            for row in reader:
                point = read_pair(row["latitude"], row["longitude"])
                key = city_key(row["name"], row["state"], row.get("country") or HOME)
                found.setdefault(key, point)
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        words = _("%(file)s cannot be read: %(why)s.") % {"file": path.name, "why": problem}
        raise FileProblem(words) from problem
    except PointError as problem:
        raise FileProblem(f"{path.name}: {problem.field}: {problem}", reader.line_num) from problem
    return found


def middle_of(state: str, country: str) -> tuple[Point, str] | None:
    """The middle of the state, or of the country, and its name."""
    code, areas, names = (
        (state, "us_states", STATES) if country == HOME else (country, "world", COUNTRIES)
    )
    middle = middle_of_state(code, areas)
    return (read_pair(middle[1], middle[0]), names[code]) if middle else None
