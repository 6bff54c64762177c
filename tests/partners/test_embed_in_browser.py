import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from campaign_blocks.partners.views.loader import source
from tests.partners.sites import site

pytestmark = pytest.mark.browser
KIT = Path(__file__).resolve().parents[2] / "campaign_blocks" / "kit"
CHILD = (KIT / "static/kit/embed/child.js").read_text()
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
EMBED = (
    "<!doctype html><title>Map</title><body style='margin:0'><main id=m style='height:{}px'>Map"
    "</main><button onclick=\"m.style.height='1500px'\">More</button>"
    "<script src=/child.js></script>"
)


@pytest.fixture(scope="module")
def browser():
    found = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def campaign():
    pages = {
        "/embed.js": ("text/javascript", source().decode()),
        "/child.js": ("text/javascript", CHILD),
        "/embed/map/": ("text/html", EMBED.format(777)),
        "/embed/tall/": ("text/html", EMBED.format(9000)),
    }
    with site(pages) as origin:
        yield origin


@pytest.fixture
def show(browser, campaign):
    """Opens a partner's page with this markup; {c} stands for the campaign's origin."""
    contexts = []

    def open_page(markup, width=600, **options):
        text = "<!doctype html><title>Partner</title>" + markup.replace("{c}", campaign)
        host = site({"/": ("text/html", text)})
        origin = host.__enter__()
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append((context, host))
        page = context.new_page()
        page.goto(origin)
        return page

    yield open_page
    for context, host in contexts:
        context.close()
        host.__exit__(None, None, None)


LINE = (
    '<a class="cw-embed" href="{c}/embed/map/?p=acme">See where it is used</a>'
    '<script async src="{c}/embed.js"></script>'
)


def height(page):
    return page.locator("iframe").bounding_box()["height"]


def settle(page, wanted):
    page.wait_for_function(
        "wanted => Math.abs(document.querySelector('iframe').offsetHeight - wanted) < 40",
        arg=wanted,
    )


@pytest.mark.parametrize("width", [320, 600, 1200])
def test_one_line__becomes_a_frame_as_tall_as_its_content(show, width):
    page = show(LINE, width=width)
    settle(page, 800)
    frame = page.locator("iframe")
    assert frame.get_attribute("title") == "See where it is used"
    assert frame.get_attribute("loading") == "lazy"
    assert frame.bounding_box()["width"] <= width
    assert page.locator("a").count() == 0


def test_frame__follows_content_that_grows(show):
    page = show(LINE)
    settle(page, 800)
    page.frame_locator("iframe").get_by_text("More").click()
    settle(page, 1522)


def test_frame__is_never_taller_than_4000(show):
    page = show(LINE.replace("/map/", "/tall/"))
    settle(page, 4000)


def test_without_scripts__the_link_stays(show, campaign):
    page = show(LINE, java_script_enabled=False)
    assert page.get_by_role("link").get_attribute("href") == f"{campaign}/embed/map/?p=acme"


def test_frame_written_by_hand__in_a_sandbox_follows_too(show):
    page = show(
        '<iframe class="cw-embed" src="{c}/embed/map/" title="Map" '
        'sandbox="allow-scripts allow-forms"></iframe><script async src="{c}/embed.js"></script>'
    )
    settle(page, 800)


def test_message__from_the_page_itself_changes_nothing(show):
    page = show(LINE)
    settle(page, 800)
    before = height(page)
    page.evaluate("postMessage({type: 'cw:height', height: 2000}, '*')")
    page.wait_for_timeout(200)
    assert height(page) == before


def test_message__from_another_frame_changes_nothing(show):
    page = show(
        LINE + '<iframe id=other srcdoc="<script>parent.postMessage('
        "{type:'cw:height',height:2000},'*')</script>\"></iframe>"
    )
    settle(page, 800)
    page.wait_for_timeout(200)
    assert page.locator("iframe").first.bounding_box()["height"] < 1000


@pytest.mark.parametrize("number", ["'900'", "900.5", "NaN", "Infinity", "null", "{}"])
def test_height__that_is_no_whole_number_is_ignored(show, campaign, number):
    page = show(LINE)
    settle(page, 800)
    before = height(page)
    page.frames[1].evaluate(f"parent.postMessage({{type: 'cw:height', height: {number}}}, '*')")
    page.wait_for_timeout(200)
    assert height(page) == before


def test_link__to_another_site_stays_a_link(show):
    page = show(
        '<a class="cw-embed" href="https://elsewhere.example/embed/map/">Map</a>'
        '<script async src="{c}/embed.js"></script>'
    )
    page.wait_for_timeout(300)
    assert page.locator("iframe").count() == 0


def test_two_embeds__load_the_script_twice_and_become_two_frames(show):
    page = show(LINE + LINE)
    page.wait_for_function("document.querySelectorAll('iframe').length === 2")
    assert page.locator("a").count() == 0


def test_loader__leaves_no_global_behind(show):
    page = show("<script>window.before = new Set(Object.keys(window))</script>" + LINE)
    settle(page, 800)
    added = page.evaluate("Object.keys(window).filter(name => !before.has(name))")
    assert set(added) <= {"before", "0"}  # "0" is the frame itself
