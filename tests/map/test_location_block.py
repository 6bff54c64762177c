import pytest
from django.core.exceptions import ValidationError

from campaign_blocks.kit.registry import campaign_blocks
from campaign_blocks.map.blocks.point import PointBlock

POINT = {"lat": "37.7791", "lng": "-122.4158", "srid": "4326"}
STORED = "SRID=4326;POINT(-122.4158 37.7791)"
GARBAGE = ["garbage", "37.7,-122.4", "SRID=4326;POINT(200 3)", "SRID=4326;POINT(1 2", "\0", "0"]


@pytest.fixture
def block():
    return campaign_blocks()["location"]


def test_location_block__address_point_and_outline(block):
    html = block.render(block.to_python({"address": "Main Library\nSan Francisco", "point": POINT}))
    assert "Main Library<br>San Francisco" in html
    assert 'href="geo:37.7791,-122.4158"' in html
    assert "outline of California" in html


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"address": "Only"},
        {"point": None},
        {"point": ""},
        {"point": "garbage"},
        {"point": {"lat": "x"}},
    ],
)
def test_location_block__half_empty_renders(block, value):
    html = block.render(block.to_python(value))
    assert "geo:" not in html and "<svg" not in html


def test_location_block__abroad_has_no_picture(block):
    paris = {"lat": "48.85", "lng": "2.35", "srid": "4326"}
    html = block.render(block.to_python({"address": "Paris", "point": paris}))
    assert "geo:48.85,2.35" in html and "<svg" not in html


def test_location_block__preview_needs_no_database(block):
    assert "100 Larkin Street" in block.render(block.get_preview_value())


@pytest.mark.parametrize("stored", ["", None, *GARBAGE, {}, {"lat": "91", "lng": "0"}, [], 3])
def test_point_block__anything_unreadable_is_no_point(stored):
    point = PointBlock(required=False)
    assert point.to_python(stored) is None
    assert point.value_for_form(stored) is None
    assert point.get_prep_value(stored) is None


def test_point_block__round_trip():
    point = PointBlock()
    value = point.value_from_datadict({"p": STORED}, {}, "p")
    assert value == POINT
    assert point.clean(value) == POINT
    assert point.get_form_state(point.to_python(point.get_prep_value(value))) == STORED


@pytest.mark.parametrize("text", GARBAGE[:5])
def test_point_block__clean_refuses_garbage(text):
    point = PointBlock(required=False)
    with pytest.raises(ValidationError, match="Click on the map"):
        point.clean(point.value_from_datadict({"p": text}, {}, "p"))


def test_point_block__honours_required_and_help_text():
    assert PointBlock(required=False).clean(None) in (None, "")
    with pytest.raises(ValidationError):
        PointBlock(required=True).clean(None)
    assert PointBlock(help_text="Click").field.help_text == "Click"
