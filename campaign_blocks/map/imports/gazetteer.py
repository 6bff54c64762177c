"""Where a city lies: read from a file that the operator has (name, state, latitude, longitude)."""

import csv
from pathlib import Path

from campaign_blocks.map.imports.rows import FileProblem
from campaign_blocks.map.point import Point, PointError, read_pair

Gazetteer = dict[tuple[str, str], Point]
_COLUMNS = {"name", "state", "latitude", "longitude"}


def read_gazetteer(path: Path) -> Gazetteer:
    """{(city, state): point}; the first of two cities of one name wins (files list large first)."""
    found: Gazetteer = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if not set(reader.fieldnames or ()) >= _COLUMNS:
                raise FileProblem(f"{path.name}: columns needed: {', '.join(sorted(_COLUMNS))}.", 1)
            for row in reader:
                point = read_pair(row["latitude"], row["longitude"])
                found.setdefault(city_key(row["name"], row["state"]), point)
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise FileProblem(f"{path.name} cannot be read: {problem}.") from problem
    except PointError as problem:
        raise FileProblem(f"{path.name}: {problem.field}: {problem}", reader.line_num) from problem
    return found


def city_key(city: str, state: str) -> tuple[str, str]:
    return city.strip().casefold(), state.strip().upper()
