"""The editors' location field in a real Chromium: with its scripts, and when they are blocked."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.kit.chromium import opened
from tests.map.factories import make_map, make_place

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
STORED = "SRID=4326;POINT(-122.27 37.8)"
SOURCE = "input[name=location]"


@pytest.fixture
def address():
    place = make_place(make_map(), kind="ban")
    return reverse("wagtailsnippets_map_place:edit", args=[place.pk])


def test_location__shows_the_stored_point_and_asks_nobody_else(editor_client, address):
    with opened(editor_client, address) as browser:
        browser.locator(".leaflet-marker-icon").wait_for()
        expect(browser.locator(SOURCE)).to_have_value(STORED)
        asked = browser.evaluate("performance.getEntriesByType('resource').map((e) => e.name)")
        assert all(name.startswith(("http://testserver/", "data:")) for name in asked)


def test_location__a_click_moves_it(editor_client, address):
    with opened(editor_client, address) as browser:
        browser.locator(".leaflet-marker-icon").wait_for()
        browser.locator(".leaflet-container").click(position={"x": 120, "y": 160})
        moved = browser.locator(SOURCE)
        expect(moved).not_to_have_value(STORED)
        expect(moved).to_have_value(re.compile(r"^SRID=4326;POINT"))


def test_location__stays_when_the_scripts_are_blocked(editor_client, address):
    with opened(editor_client, address) as browser:
        browser.route("**/leaflet*", lambda route: route.abort())
        browser.reload()
        browser.wait_for_timeout(800)  # whatever a script might still do to it
        expect(browser.locator(SOURCE)).to_have_value(STORED)
