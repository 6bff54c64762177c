"""In which states and districts the signers of a petition live, as far as postal codes tell."""

from collections import Counter
from typing import Any

from django.db.models import Count
from django.db.models.functions import Substr

from campaign_blocks.kit.doors import Area, area_finders
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.numbers.parts import IS_COUNTED, Row, signatures

CODE_LENGTH = 5  # of a ZIP code; what follows it names a street


def places(petition: Petition) -> dict[str, Any]:
    """States and districts, most signatures first, and how many could not be placed."""
    country = petition.home_country
    at_home = signatures(petition).filter(IS_COUNTED, country=country).exclude(postal_code="")
    short = Substr("postal_code", 1, CODE_LENGTH) if country == "US" else "postal_code"
    numbers = dict(at_home.values_list(short).annotate(n=Count("pk")))
    areas = find_areas(list(numbers), country)
    states: Counter[str] = Counter()
    districts: Counter[tuple[str, str]] = Counter()
    for code, area in areas.items():
        states[area.state] += numbers[code]
        if area.district:
            districts[area] += numbers[code]
    return {
        "states": [list(row) for row in states.most_common()],
        "districts": district_rows(districts),
        "unplaced": sum(numbers.values()) - states.total(),
    }


def district_rows(districts: Counter[tuple[str, str]]) -> list[Row]:
    return [[state, district, n] for (state, district), n in districts.most_common()]


def find_areas(codes: list[str], country: str) -> dict[str, Area]:
    """The first finder that knows a code is believed."""
    found: dict[str, Area] = {}
    for finder in area_finders():
        missing = [code for code in codes if code not in found]
        found |= finder(postal_codes=missing, country=country) if missing else {}
    return found
