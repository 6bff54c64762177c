"""Twenty thousand places in a slow browser: the map moves and filters without getting stuck.

The bench (deploy.bench.map_browser) holds the figures that are promised: no task over 200 ms, a
filter painted in 100 at full speed. A shared machine is slower at times; here is what would be a
fault.
"""

import pytest
from playwright.sync_api import expect

from deploy.bench.many_places import NUMBER, add_many_places
from deploy.bench.map_browser import Figures, measure
from tests.kit.chromium import opened
from tests.map.factories import make_map

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
TASK, FILTER = 1000, 400
ROUNDS = 3


def best(page) -> Figures:
    """Of some rounds, as soon as one is good enough: others use the machine, too."""
    found = []
    for _ in range(ROUNDS):
        found.append(measure(page))
        if found[-1].longest_task <= TASK and max(found[-1].filters) <= FILTER:
            break
    return min(found, key=lambda one: (one.longest_task, max(one.filters)))


@pytest.fixture
def crowded(client):
    """The full map with its places drawn: nearly all of them lie in the first view."""
    add_many_places(make_map())
    with opened(client, "/map/?map=faces", "/map/points.geojson?map=faces") as page:
        page.locator(".map-cluster").first.wait_for(timeout=60_000)
        expect(page.locator("#map-status")).to_contain_text("In view: 19", timeout=30_000)
        yield page


def test_twenty_thousand__move_and_filter_in_time(crowded):
    figures = best(crowded)
    assert figures.longest_task <= TASK, figures
    assert max(figures.filters) <= FILTER, figures


def test_twenty_thousand__are_all_counted_in_the_squares(crowded):
    squares = "[...document.querySelectorAll('.map-cluster')].map((one) => +one.textContent)"
    assert NUMBER * 0.95 < sum(crowded.evaluate(squares)) <= NUMBER
