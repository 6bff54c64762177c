from decimal import Decimal

import pytest

from campaign_blocks.map.point import Point, PointError, read_pair, read_stored


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [("37.7749", "-122.4194"), (" 0 ", "0"), ("-90", "180"), (37.7749, -122), ("+1.5", "007")],
)
def test_read_pair__decimal_degrees(latitude, longitude):
    point = read_pair(latitude, longitude)
    assert (point.latitude, point.longitude) == (
        Decimal(str(latitude).strip()),
        Decimal(str(longitude)),
    )


@pytest.mark.parametrize(
    ("latitude", "longitude", "field", "word"),
    [
        ("-122.4", "37.7", "latitude", "swapped"),
        ("37,7749", "-122.4", "latitude", "comma"),
        ("37°46'30\"N", "-122.4", "latitude", "decimal degrees"),
        ("37 46 30", "-122.4", "latitude", "not a number"),
        ("37.7W", "-122.4", "latitude", "decimal degrees"),
        ("nan", "0", "latitude", "not"),
        ("inf", "0", "latitude", "not"),
        ("1e1", "0", "latitude", "not"),
        ("", "-122.4", "latitude", "not a number"),
        ("37.7", "200", "longitude", "outside"),
        ("37.7", "=1+1", "longitude", "not a number"),
        (True, "0", "latitude", "not"),
        (float("nan"), "0", "latitude", "not"),
        (None, "0", "latitude", "not"),
        ("٣٧", "0", "latitude", "not a number"),
    ],
)
def test_read_pair__bad_input_names_the_field(latitude, longitude, field, word):
    with pytest.raises(PointError, match=word) as refused:
        read_pair(latitude, longitude)
    assert refused.value.field == field


@pytest.mark.parametrize(
    "text",
    ["", None, "garbage", "SRID=4326;POINT(200 3)", "SRID=3857;POINT(1 2)", "POINT(1 2)", [], 7],
)
def test_read_stored__anything_else_is_no_point(text):
    assert read_stored(text) is None


def test_point__its_text_is_read_back():
    point = Point(Decimal("37.7749"), Decimal("-122.4194"))
    assert str(point) == "SRID=4326;POINT(-122.4194 37.7749)"
    assert read_stored(str(point)) == point


def test_point__small_numbers_are_written_without_exponent():
    assert str(read_pair("0.000001", "100")) == "SRID=4326;POINT(100 0.000001)"
