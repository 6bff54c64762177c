import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.look.browser import gallery, opened

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

ERRORS = (
    '<div class="error-summary" id="error-summary" tabindex="-1" aria-labelledby="es">'
    '<h2 id="es">There is a problem</h2><ul><li><a href="#name">Enter your name</a></li></ul></div>'
    '<div class="sheet"><form id="sign" class="form"><div class="field field--error">'
    '<label class="field__label" for="name">Name</label><input class="input" id="name"></div>'
    '</form></div><a class="sign-bar" href="#sign">Sign</a>'
)
SMALL_CONTROLS = """
[...document.querySelectorAll("button, summary, .button, nav a, .share__item, .input")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
  .map((one) => one.outerHTML.slice(0, 80))
"""
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def scrolled_through(page):
    page.evaluate(
        """async () => {
          for (let y = 0; y < document.body.scrollHeight; y += 400) {
            scrollTo(0, y); await new Promise((next) => setTimeout(next, 60));
          }
        }"""
    )


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_blocks__pass_axe(width, scheme):
    with opened(gallery(), (width, 800), color_scheme=scheme, reduced_motion="reduce") as page:
        scrolled_through(page)
        found = Axe().run(page, options=RULES).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:120]) for rule in found] == []


def test_axe__would_find_a_fault():
    with opened(gallery('<img src="/x.png"><h4>Skipped</h4>')) as page:
        found = Axe().run(page, options=RULES).response["violations"]
    assert {"image-alt", "heading-order"} <= {rule["id"] for rule in found}


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_no_width__scrolls_sideways(width):
    with opened(gallery(ERRORS), (width, 800)) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_glitch__plays_once_for_less_than_five_seconds():
    with opened(gallery()) as page:
        page.locator(".glitch").first.scroll_into_view_if_needed()
        page.locator(".glitch.on").first.wait_for()
        times = page.evaluate(
            "document.getAnimations().map((one) => one.effect.getComputedTiming())"
        )
    assert times
    assert all(one["endTime"] < 5000 and one["iterations"] == 1 for one in times)


def test_reduced_motion__leaves_everything_still():
    with opened(gallery(), reduced_motion="reduce") as page:
        scrolled_through(page)
        assert page.evaluate("document.getAnimations().length") == 0


def test_stop_motion__stops_it_and_is_remembered_only_after_the_click():
    with opened(gallery()) as page:
        assert page.evaluate("localStorage.length") == 0
        page.get_by_role("button", name="Stop motion").click()
        assert page.evaluate("localStorage.motion") == "stop"
        page.reload()
        scrolled_through(page)
        assert page.evaluate("document.getAnimations().length") == 0


def test_theme_switch__darkens_the_page_and_says_so():
    with opened(gallery(), color_scheme="light") as page:
        switch = page.get_by_role("button", name="Dark colours")
        ground = "getComputedStyle(document.body).backgroundColor"
        assert switch.get_attribute("aria-pressed") == "false"
        switch.click()
        assert switch.get_attribute("aria-pressed") == "true"
        page.reload()
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert page.evaluate(ground.replace("body", "documentElement")) == "rgb(20, 17, 15)"


def test_copy_button__copies_and_says_so():
    with opened(gallery(), permissions=["clipboard-read", "clipboard-write"]) as page:
        page.get_by_role("button", name="Copy link").click()
        page.get_by_role("status").filter(has_text="Copied").wait_for()


def test_without_script__no_button_that_does_nothing_is_shown():
    with opened(gallery(), java_script_enabled=False) as page:
        assert page.get_by_role("button", name="Copy").count() == 0
        assert page.get_by_role("button", name="Dark colours").count() == 0
        assert page.get_by_role("link", name="WhatsApp").is_visible()
        assert page.locator(".only-script").first.is_hidden()
        assert page.locator("mastodon-share").is_hidden()


def test_error_summary__has_the_focus_and_leads_to_its_field():
    with opened(gallery(ERRORS)) as page:
        assert page.evaluate("document.activeElement.id") == "error-summary"
        page.get_by_role("link", name="Enter your name").click()
        assert page.evaluate("document.activeElement.id") == "name"


def test_sign_bar__leaves_while_the_form_is_on_screen():
    with opened(gallery(ERRORS), (390, 844)) as page:
        page.evaluate("scrollTo(0, 0)")
        page.locator(".sign-bar:not(.away)").wait_for()
        page.locator("#sign").scroll_into_view_if_needed()
        page.locator(".sign-bar.away").wait_for(state="attached")
        assert not page.locator(".sign-bar").is_visible()


def test_first_tab__shows_the_skip_link_with_a_ring():
    with opened(gallery()) as page:
        page.keyboard.press("Tab")
        link = page.locator(".skip-link")
        assert page.evaluate("document.activeElement.className") == "skip-link"
        assert link.bounding_box()["width"] > 100
        assert "rgb(255, 212, 0)" in link.evaluate("(one) => getComputedStyle(one).outlineColor")


def test_every_control__is_large_enough_to_touch():
    with opened(gallery(), (390, 844)) as page:
        small = page.evaluate(SMALL_CONTROLS)
    assert small == []


def test_forced_colours__keep_buttons_visible():
    with opened(gallery(), forced_colors="active") as page:
        border = "(one) => getComputedStyle(one).borderTopWidth"
        assert page.locator(".button").first.evaluate(border) == "2px"


@pytest.mark.parametrize(
    "typed", ["mastodon.social", "https://mastodon.social/@me", "@me@mastodon.social"]
)
def test_mastodon__opens_the_visitors_own_server(typed):
    with opened(gallery()) as page:
        page.evaluate("window.open = (address) => { window.opened = address }")
        page.locator("summary", has_text="Mastodon").click()
        page.get_by_label("Your server").fill(typed)
        page.get_by_role("button", name="Share on Mastodon").click()
        assert page.evaluate("window.opened").startswith("https://mastodon.social/share?text=")


def test_right_to_left__mirrors_without_scrolling_sideways():
    html = gallery(ERRORS).replace('dir="ltr"', 'dir="rtl"')
    with opened(html, (390, 844)) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        edge = page.locator(".wordmark").bounding_box()
        assert edge["x"] + edge["width"] > 350


def test_print__turns_the_form_into_a_sheet_to_write_on():
    with opened(gallery(ERRORS)) as page:
        page.emulate_media(media="print")
        assert page.locator(".field__label", has_text="Name").is_visible()
        assert page.locator("#name").is_hidden()
        lines = "getComputedStyle(document.querySelector('.sheet'), '::after').blockSize"
        assert page.evaluate(lines) == "352px"
        assert page.locator(".masthead__nav").is_hidden()
