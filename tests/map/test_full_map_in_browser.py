"""The map that can be moved, in a real Chromium."""

from decimal import Decimal

import pytest
from playwright.sync_api import expect

from tests.kit.chromium import opened
from tests.map.factories import make_map, make_place

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
RESOURCES = "performance.getEntriesByType('resource').map((entry) => entry.name)"


@pytest.fixture
def faces():
    faces = make_map()
    for _ in range(3):
        make_place(faces, kind="ban")
    make_place(
        faces, name="Boston", state="MA", latitude=Decimal("42.4"), longitude=Decimal("-71.1")
    )
    return faces


def full_map(client):
    return opened(client, "/map/?map=faces", "/map/points.geojson?map=faces")


def test_full_map__is_there_after_at_most_thirteen_requests(client, faces):
    with full_map(client) as browser:
        browser.locator(".map-cluster").wait_for()
        asked_for = ["/map/", *browser.evaluate(RESOURCES)]
    assert len(asked_for) <= 13, asked_for


def test_full_map__puts_places_that_touch_into_one_square(client, faces):
    with full_map(client) as browser:
        browser.locator(".map-cluster").wait_for()
        expect(browser.locator(".map-cluster")).to_have_text(["3"])
        expect(browser.locator("#map-status")).to_have_text("In view: 4 places")


def test_full_map__a_filter_works_at_once_and_gives_an_address(client, faces):
    with full_map(client) as browser:
        browser.locator(".map-cluster").wait_for()
        browser.locator("#map-state").select_option("MA")
        browser.locator(".map-cluster").wait_for(state="detached")
        expect(browser.locator("#map-list .map-place__name")).to_have_text(["Boston"])
        assert browser.url.endswith("state=MA")


def test_table__is_sorted_by_a_heading(client, faces):
    with full_map(client) as browser:
        browser.locator(".map-cluster").wait_for()
        table = browser.locator("table[data-sortable]")
        table.locator("th.table__number button").first.click()
        expect(table.locator("tbody th").first).to_have_text("California")


def test_full_map__a_square_leads_closer_until_every_place_stands_alone(client, faces):
    with full_map(client) as browser:
        square = browser.locator(".map-cluster")
        square.wait_for()
        for _ in range(8):
            if square.count():
                square.first.dispatch_event("click")
                browser.wait_for_timeout(500)
        expect(square).to_have_count(0)
        expect(browser.locator("#map-status")).to_have_text("In view: 3 places")


def test_full_map__is_used_by_keyboard_and_says_what_is_in_view(client, faces):
    with full_map(client) as browser:
        browser.locator(".map-cluster").wait_for()
        status = browser.locator("#map-status")
        assert status.get_attribute("role") == "status"
        browser.locator(".full-map__leaflet").focus()
        for _ in range(4):
            browser.keyboard.press("+")
            browser.wait_for_timeout(400)  # a key pressed while the map still moves is lost
        expect(status).not_to_have_text("In view: 4 places")
        browser.locator("[data-move=home]").click()
        expect(status).to_have_text("In view: 4 places")


def test_full_map__one_finger_scrolls_the_page(client, faces):
    with full_map(client) as browser:
        browser.locator(".map-cluster").wait_for()
        style = "getComputedStyle(document.querySelector('.leaflet-container')).touchAction"
        assert browser.evaluate(style) == "pan-x pan-y"


def test_full_map__begins_where_its_editors_chose(client, faces):
    faces.view_location, faces.view_zoom = "SRID=4326;POINT(-71.1 42.4)", 9
    faces.save()
    with full_map(client) as browser:
        browser.locator(".full-map__leaflet .leaflet-pane").first.wait_for(state="attached")
        browser.locator("#map-status", has_text="In view: 1 place").wait_for()
