"""The campaign page of 2020 is there, as a visitor sees it, on paper, too."""

import csv

import pytest

from home.demo.coalition import FILE
from tests.demo.reading import plain
from tests.demo.test_page import HEADINGS

WHITE = ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


def test_sections__stand_in_the_order_of_2020(desktop):
    desktop.goto("/")
    shown = [plain(words) for words in desktop.locator("main h1, main h2").all_text_contents()]
    assert [words for words in shown if words in HEADINGS] == HEADINGS
    assert desktop.get_by_role("link", name="Read the bill").is_visible()
    desktop.get_by_role("link", name="View Map").click()
    assert "/map/" in desktop.url


def test_logos__are_forty_one_named_pictures_that_load(desktop):
    with FILE.open(encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    desktop.goto("/")
    wall = desktop.locator(".section--orgs img")
    assert wall.evaluate_all("all => all.map(logo => logo.alt)") == names
    wall.last.scroll_into_view_if_needed()
    wall.evaluate_all(
        "all => Promise.all(all.map(logo => { logo.loading = 'eager'; return logo.decode(); }))"
    )


def test_print__shows_the_words_on_white_and_no_furniture(desktop):
    desktop.emulate_media(media="print")
    desktop.goto("/")
    for gone in (".masthead__nav", ".sign-bar", ".skip-link"):
        assert not desktop.locator(gone).first.is_visible(), gone
    assert desktop.get_by_role("heading", name="It's Broken").is_visible()
    colours = desktop.eval_on_selector_all(
        "section", "all => all.map(part => getComputedStyle(part).backgroundColor)"
    )
    assert set(colours) <= set(WHITE)


@pytest.mark.parametrize(
    "address",
    [
        "/no-such-page/",
        "/petitions/none/",
        "/with/nobody/",
        "/scoreboard/nobody/",
        "/map/places/999999/",
    ],
)
def test_unknown_address__is_answered_in_the_look_of_the_site(address, desktop):
    assert desktop.goto(address).status == 404
    assert desktop.get_by_role("heading", level=1).inner_text().lower() == "no match found"
    assert desktop.locator(".masthead").is_visible()
    assert desktop.locator("main").get_by_role("link").first.get_attribute("href") == "/"
