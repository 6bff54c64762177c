import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.addresses import EMBEDS, PAGES

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}}


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page__has_no_axe_violation(width, scheme, open_page):
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.emulate_media(reduced_motion="reduce", color_scheme=scheme)
    found = []
    for address in [*PAGES, *EMBEDS]:
        page.goto(address)
        report = Axe().run(page, options=RULES)
        found += [
            (address, violation["id"], violation["nodes"][0]["html"][:160])
            for violation in report.response["violations"]
        ]
    assert found == []


def test_every_page__has_one_h1_and_skips_no_level(desktop):
    wrong = {}
    for address in [*PAGES, *EMBEDS]:
        desktop.goto(address)
        levels = desktop.eval_on_selector_all(
            "h1,h2,h3,h4,h5,h6", "all => all.map(heading => Number(heading.tagName[1]))"
        )
        steps = [later - earlier for earlier, later in itertools.pairwise(levels)]
        if levels.count(1) != 1 or max(steps, default=0) > 1:
            wrong[address] = levels
    assert wrong == {}


def test_every_page__needs_no_sideways_scrolling_at_400_percent(open_page):
    page = open_page(viewport={"width": 320, "height": 640})
    wide = {}
    for address in [*PAGES, *EMBEDS]:
        page.goto(address)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[address] = width
    assert wide == {}


def test_first_tab__shows_the_skip_link(desktop):
    desktop.goto("/")
    desktop.keyboard.press("Tab")
    focused = desktop.evaluate("document.activeElement.textContent.trim()")
    assert focused == "Skip to main content"
    desktop.keyboard.press("Enter")
    assert desktop.evaluate("document.activeElement.id") == "main"


def test_reduced_motion__nothing_moves(open_page):
    page = open_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto("/")
    page.evaluate("window.scrollTo({top: 4000, behavior: 'instant'})")
    page.wait_for_timeout(500)
    assert page.evaluate("document.getAnimations().length") == 0


def test_glitch__plays_once_and_ends_within_five_seconds(desktop):
    desktop.goto("/")
    desktop.locator(".glitch").nth(2).scroll_into_view_if_needed()
    desktop.wait_for_timeout(600)
    times = desktop.evaluate(
        "document.getAnimations().map(a => a.effect.getComputedTiming().endTime)"
    )
    assert times
    assert max(times) <= 5000
