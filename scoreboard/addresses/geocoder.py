"""The Census Bureau's geocoder: a street address in, a district out, nothing kept.

https://geocoding.geo.census.gov/geocoder/Geocoding_Services_API.html
"""

import re
from typing import Any, NamedTuple

from django.conf import settings

from scoreboard.addresses.asking import NoAnswer, ask
from scoreboard.seats import is_voting
from scoreboard.states import ALL_STATES

LAYER = re.compile(r"(\d{1,3})\w\w Congressional Districts")
AT_LARGE = {"00", "98"}  # 98: a delegate, without a vote
NO_DISTRICT = "ZZ"  # water


class Spot(NamedTuple):
    """Where an address lies, and of which Congress the districts are that the answer speaks of."""

    state: str
    district: int
    congress: int
    latitude: float
    longitude: float


def is_offered() -> bool:
    return bool(settings.CENSUS_GEOCODER_URL)


def locate(address: str) -> list[Spot]:
    """Every different district that the address may mean; empty when nobody knows it.

    Raises NoAnswer, also where the answer has another shape than is published.
    """
    query = {
        "address": address,
        "benchmark": settings.CENSUS_GEOCODER_BENCHMARK,
        "vintage": settings.CENSUS_GEOCODER_VINTAGE,
        "layers": "all",
        "format": "json",
    }
    answer = ask(settings.CENSUS_GEOCODER_URL, "/geographies/onelineaddress", query)
    try:
        spots = [spot(match) for match in answer["result"]["addressMatches"]]
    except (LookupError, TypeError, ValueError, AttributeError, StopIteration) as error:
        raise NoAnswer(f"unknown shape: {type(error).__name__}") from None
    return list({(found.state, found.district): found for found in spots}.values())


def spot(match: dict[str, Any]) -> Spot:
    layers = match["geographies"]
    name, congress = next(
        (name, int(found[1])) for name in layers if (found := LAYER.fullmatch(name))
    )
    state = layers["States"][0]["STUSAB"]
    number = layers[name][0]["GEOID"][2:]
    if state not in ALL_STATES or number == NO_DISTRICT:
        raise ValueError(state)
    district = 0 if number in AT_LARGE or not is_voting(state) else int(number)
    where = match["coordinates"]
    return Spot(state, district, congress, float(where["y"]), float(where["x"]))
