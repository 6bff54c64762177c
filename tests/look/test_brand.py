import pytest

from home.brand import INK, NIGHT_SAND, PAPER, contrast, palette, readable_ground, text_on
from home.oklch import from_hex, to_hex

SAND = "#F4EFE6"
COLOURS = ["#FFD400", "#777777", "#C8102E", "#FFFF66", "#000000", "#FFFFFF", "#0000FF", "#2277D3"]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#14110F", "#FFFFFF", 18.8), ("#C8102E", "#FFFFFF", 5.88), ("#14110F", "#FFD400", 13.1)],
)
def test_contrast__is_the_ratio_of_the_standard(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.05)
    assert contrast(other, one) == contrast(one, other)


def test_yellow__carries_black_text():
    assert palette("#FFD400", SAND).on_primary == INK


def test_our_red__stays_as_it_is():
    ours = palette("#c8102e", SAND)
    assert (ours.primary, ours.on_primary, ours.text_by_day) == ("#C8102E", PAPER, "#C8102E")


def test_mid_grey__gets_pure_black_because_ink_does_not_reach():
    assert contrast(INK, "#777777") < 4.5
    assert text_on("#777777") == "#000000"


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("tint", [SAND, "#333333", "#FFEEEE"])
def test_any_choice__stays_readable_by_day_and_night(colour, tint):
    chosen = palette(colour, tint)
    assert contrast(chosen.on_primary, chosen.primary) >= 4.5
    assert contrast(chosen.text_by_day, PAPER) >= 4.5
    assert contrast(chosen.text_by_day, chosen.tint) >= 4.5
    assert contrast(chosen.text_by_night, NIGHT_SAND) >= 4.5
    assert contrast(chosen.text_by_night, INK) >= 4.5


def test_darkened_grey__is_the_nearest_that_reads():
    darker = palette("#777777", PAPER).text_by_day
    assert 4.5 <= contrast(darker, PAPER) < 4.8


@pytest.mark.parametrize("colour", ["#FFD400", "#22D3EE", "#FF8800"])
def test_darkening__keeps_the_hue(colour):
    darker = palette(colour, SAND).text_by_day
    assert from_hex(darker).hue == pytest.approx(from_hex(colour).hue, abs=0.06)


def test_dark_tint__becomes_a_light_ground():
    assert contrast(readable_ground("#333333"), "#6B6257") >= 4.5
    assert readable_ground(SAND) == SAND


def test_notes__tell_both_ratios():
    first, second = palette("#FFD400", SAND).notes()
    assert "1.4:1" in first
    assert "13.1:1" in first
    assert "#826B06" in second


def test_notes__are_silent_for_a_good_colour():
    assert palette("#C8102E", SAND).notes() == []


def test_css__sets_tokens_only():
    css = palette("#FFD400", SAND).css()
    assert css.startswith(":root{--alarm:#FFD400;--on-alarm:#14110F;")
    assert css.count("{") == 1


@pytest.mark.parametrize("colour", COLOURS)
def test_oklch__there_and_back_is_the_same_colour(colour):
    assert to_hex(from_hex(colour)) == colour
