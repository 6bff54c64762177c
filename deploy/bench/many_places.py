"""Places as a national count would have them, made up: no two alike in name, point or source."""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import islice
from random import Random

from campaign_blocks.map.gazetteer import BUNDLED
from campaign_blocks.map.models import Kind, Map, Place

NUMBER = 20_000
AGENCIES = ("Police Department", "Sheriff's Office", "Transit Authority", "Airport", "Schools")
PRESS = ("herald", "courier", "news", "tribune", "gazette")
STATUS = {"use": "active", "ban": "in_force", "bill": "proposed"}


def add_many_places(map_: Map, number: int = NUMBER) -> None:
    Place.objects.bulk_create(islice(many_places(map_), number), batch_size=500)


def many_places(map_: Map) -> Iterator[Place]:
    """The same ones at every call, for ever."""
    chance = Random(4084)  # noqa: S311  # dice, no secret
    kinds = list(map_.kinds.filter(slug__in=STATUS))
    with BUNDLED.open(encoding="utf-8") as file:
        cities = [row for row in csv.DictReader(file) if row["country"] == "US"]
    while True:
        yield one(map_, chance, chance.choice(kinds), chance.choice(cities))


def one(map_: Map, chance: Random, kind: Kind, city: dict[str, str]) -> Place:
    town = city["name"]
    year, month = chance.randint(2012, 2025), chance.randint(1, 12)
    paper = f"{town.lower().replace(' ', '')}{chance.choice(PRESS)}"
    return Place(
        map=map_,
        kind=kind,
        name=f"{town} {chance.choice(AGENCIES)}",
        city=town,
        state=city["state"],
        latitude=near(city["latitude"], chance),
        longitude=near(city["longitude"], chance),
        status=STATUS[kind.slug],
        start_date=date(year, month, chance.randint(1, 28)),
        source_url=f"https://{paper}.example/{year}/{month:02}/{chance.randint(1, 99_999)}",
        verified=True,
        live=True,
    )


def near(degrees: str, chance: Random) -> Decimal:
    moved = Decimal(degrees) + Decimal(chance.randint(-50_000, 50_000)) / 1_000_000
    return round(moved, 6)
