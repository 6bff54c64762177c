"""The location panel while Wagtail saves by itself, with and without a network."""

import asyncio
import re
from contextlib import contextmanager

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from campaign_blocks.map.models import Place
from tests.kit.chromium import opened
from tests.map.factories import make_map, make_place

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
STORED = "SRID=4326;POINT(-122.27 37.8)"
POINT = re.compile(r"^SRID=4326;POINT\(-?[0-9.]+ -?[0-9.]+\)$")
SOURCE = "input[name=location]"
WATCHED = """document.addEventListener("w-unsaved:watch-edits",
    () => { document.documentElement.dataset.watched = "yes"; })"""


@contextmanager
def outside_the_loop():
    """The browser's loop runs in our thread; Django would open another connection inside it."""
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(loop)


class Network:
    """Carries what the browser posts to Django itself, in the test's own transaction."""

    def __init__(self, client):
        self.client, self.away, self.lost, self.posts = client, False, 0, 0

    def __call__(self, route):
        request = route.request
        if request.method != "POST":
            return route.fallback()
        if self.away:
            self.lost += 1
            return route.abort("internetdisconnected")
        path = request.url.removeprefix("http://testserver")
        named = {f"HTTP_{k.upper().replace('-', '_')}": v for k, v in request.headers.items()}
        kind, body = request.headers["content-type"], request.post_data_buffer
        with outside_the_loop():
            answer = self.client.generic("POST", path, body, content_type=kind, **named)
        self.posts += 1
        headers = dict(answer.headers.items())
        return route.fulfill(status=answer.status_code, headers=headers, body=answer.content)


@pytest.fixture
def place():
    place = make_place(make_map(), kind="ban", city="Oakland")
    place.save_revision()
    return place


@pytest.fixture
def network(editor_client):
    return Network(editor_client)


def edit(browser, network):
    browser.route("**/snippets/map/place/**", network)
    browser.add_init_script(WATCHED)
    browser.reload()
    browser.wait_for_selector("html[data-watched]")
    browser.locator(".leaflet-marker-icon").wait_for()


def choose(browser, x, y):
    """A click on the map; what the field holds then."""
    field = browser.locator(SOURCE)
    before = field.input_value()
    browser.locator(".leaflet-container").click(position={"x": x, "y": y})
    expect(field).not_to_have_value(before)
    expect(field).to_have_value(POINT)
    return field.input_value()


def waited(browser, condition):
    for _ in range(100):
        if condition():
            return True
        browser.wait_for_timeout(100)
    return False


def draft(place):
    with outside_the_loop():
        return Place.objects.get(pk=place.pk).latest_revision.as_object()


def test_autosave__keeps_the_point_that_was_clicked(editor_client, place, network):
    address = reverse("wagtailsnippets_map_place:edit", args=[place.pk])
    with opened(editor_client, address) as browser:
        edit(browser, network)
        chosen = choose(browser, 120, 160)
        assert waited(browser, lambda: draft(place).location == chosen), draft(place).location
        expect(browser.locator(SOURCE)).to_have_value(chosen)
    assert draft(place).latitude is not None
    assert Place.objects.get(pk=place.pk).location == STORED  # what is public waits for "Publish"


def test_autosave__of_another_field_leaves_the_point_alone(editor_client, place, network):
    address = reverse("wagtailsnippets_map_place:edit", args=[place.pk])
    with opened(editor_client, address) as browser:
        edit(browser, network)
        browser.locator("#id_name").fill("City hall of Oakland")
        assert waited(browser, lambda: draft(place).name == "City hall of Oakland")
    assert draft(place).location == STORED


def test_offline__in_the_middle_of_an_edit_loses_nothing(editor_client, place, network):
    address = reverse("wagtailsnippets_map_place:edit", args=[place.pk])
    with opened(editor_client, address) as browser:
        edit(browser, network)
        network.away = True
        browser.context.set_offline(True)
        chosen = choose(browser, 140, 150)
        assert waited(browser, lambda: network.lost)
        assert draft(place).location == STORED
        expect(browser.locator(SOURCE)).to_have_value(chosen)
        network.away = False
        browser.context.set_offline(False)
        browser.locator("#id_name").fill("City hall of Oakland")
        assert waited(browser, lambda: draft(place).name == "City hall of Oakland")
        expect(browser.locator(SOURCE)).to_have_value(chosen)
    assert draft(place).location == chosen
