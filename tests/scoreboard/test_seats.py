from collections import Counter
from datetime import date

import pytest

from scoreboard.seats import house_districts, house_seats, member_title, ordinal, seat_name


@pytest.mark.parametrize("day", [date(2020, 6, 21), date(2026, 6, 15)])
def test_house_seats__are_435_and_six_without_a_vote(day):
    assert sum(house_seats(day).values()) == 435
    assert len(list(house_districts(day))) == 441


def test_house_seats__the_census_moves_seats():
    before, after = house_seats(date(2023, 1, 2)), house_seats(date(2023, 1, 3))
    moved = Counter(after)
    moved.subtract(before)
    assert {state: n for state, n in moved.items() if n > 0} == {
        "CO": 1,
        "FL": 1,
        "MT": 1,
        "NC": 1,
        "OR": 1,
        "TX": 2,
    }


@pytest.mark.parametrize(
    ("state", "district", "name"),
    [
        ("OR", None, "Oregon"),
        ("OR", 3, "Oregon, 3rd district"),
        ("CA", 12, "California, 12th district"),
        ("VT", 0, "Vermont, at large"),
        ("PR", 0, "Puerto Rico"),
    ],
)
def test_seat_name__says_the_seat(state, district, name):
    assert seat_name(state, district) == name


def test_ordinal__english_endings():
    words = [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 53)]
    assert words == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "53rd"]


def test_member_title__only_where_it_differs():
    assert [member_title("house", s) for s in ("OR", "DC", "PR")] == ["", "Del.", "Commissioner"]
