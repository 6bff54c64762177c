"""The scoreboard's answer to a petition that asks where thousands of postal codes lie."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from campaign_blocks.kit.doors import Area
from scoreboard.models import ZipDistrict
from scoreboard.zip_states import five_digits, state_of

AT_ONCE = 5000  # SQLite takes 32,766 parameters, PostgreSQL 65,535


def find_areas(*, postal_codes: Collection[str], country: str) -> dict[str, Area]:
    """One query for each 5,000 codes. A code in several states is left out: never a guess."""
    if country and country.upper() != "US":
        return {}
    digits = {code: five_digits(code) for code in postal_codes}
    districts = districts_of({code for code in digits.values() if code})
    found = {code: area(short, districts.get(short, ())) for code, short in digits.items()}
    return {code: place for code, place in found.items() if place is not None}


def area(code: str, districts: Collection[tuple[str, int]]) -> Area | None:
    states = {state for state, _district in districts} or {state_of(code) if code else ""}
    if len(states) > 1 or states == {""}:
        return None
    numbers = {district for _state, district in districts}
    return Area(states.pop(), str(numbers.pop()) if len(numbers) == 1 else "")


def districts_of(codes: Collection[str]) -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for some in batches(sorted(codes)):
        rows = ZipDistrict.objects.filter(postal_code__in=some)
        for code, state, district in rows.values_list("postal_code", "state", "district"):
            found[code].append((state, district))
    return found


def batches(codes: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(codes), AT_ONCE):
        yield codes[start : start + AT_ONCE]
