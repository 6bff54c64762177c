"""How many seats each state has in the House, and how a seat is called."""

from collections.abc import Iterator
from datetime import date

from scoreboard.states import ALL_STATES, NON_VOTING, STATES

# Apportionment of the 2010 census (113th to 117th Congress), census.gov.
_SEATS_2013 = (
    "AL7 AK1 AZ9 AR4 CA53 CO7 CT5 DE1 FL27 GA14 HI2 ID2 IL18 IN9 IA4 KS4 KY6 LA6 ME2 MD8 MA9 "
    "MI14 MN8 MS4 MO8 MT1 NE3 NV4 NH2 NJ12 NM3 NY27 NC13 ND1 OH16 OK5 OR5 PA18 RI2 SC7 SD1 TN9 "
    "TX36 UT4 VT1 VA11 WA10 WV3 WI8 WY1"
)
# What the 2020 census changed (118th Congress and later).
_CHANGED_2023 = "CA52 CO8 FL28 IL17 MI13 MT2 NY26 NC14 OH15 OR6 PA17 TX38 WV2"


def _table(words: str) -> dict[str, int]:
    return {word[:2]: int(word[2:]) for word in words.split()}


def house_seats(day: date) -> dict[str, int]:
    """Voting seats of each state in the House on this day (since 2013)."""
    seats = _table(_SEATS_2013)
    return {**seats, **_table(_CHANGED_2023)} if day >= date(2023, 1, 3) else seats


def house_districts(day: date) -> Iterator[tuple[str, int]]:
    """Every district of the House; 0 stands for a seat at large."""
    for state, count in house_seats(day).items():
        yield from ((state, n) for n in (range(1, count + 1) if count > 1 else [0]))
    yield from ((state, 0) for state in NON_VOTING)


def is_voting(state: str) -> bool:
    return state in STATES


def ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 <= number % 100 <= 20 else ending}"


def seat_name(state: str, district: int | None) -> str:
    """'Oregon', 'Oregon, 3rd district' or 'Vermont, at large'."""
    place = ALL_STATES[state]
    if district is None or state in NON_VOTING:
        return place
    return f"{place}, at large" if district == 0 else f"{place}, {ordinal(district)} district"


def member_title(chamber: str, state: str) -> str:
    """How a member without a vote is addressed; empty where the chamber's own word is right."""
    if chamber == "senate" or is_voting(state):
        return ""
    return "Commissioner" if state == "PR" else "Del."
