"""The pictures that networks show beside a link."""

import io
import re

import pytest
from PIL import Image

from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db
LONG = "The Very Long Name of a Police Department in Llanfairpwllgwyngyllgogerychwyrndrobwll, twice"


def address(client, path):
    html = client.get(path).content.decode()
    return re.search(r'property="og:image" content="https?://[^/]+([^"]+)"', html)[1]


@pytest.mark.parametrize("name", ["Oakland", LONG, "مطار دبي الدولي", "🎥 Kamera", "W" * 200])
def test_place_image__size_weight_and_how_long_it_is_kept(client, name):
    place = make_place(make_map(), name=name)
    answer = client.get(address(client, place.get_absolute_url()))
    assert answer["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)
    assert len(answer.content) < 300 * 1024
    assert "immutable" in answer["Cache-Control"] and not answer.cookies


def test_place_image__changes_its_address_with_the_place(client):
    place = make_place(make_map(), name="Oakland")
    before = address(client, place.get_absolute_url())
    place.name = "City of Oakland"
    place.save()
    after = address(client, place.get_absolute_url())
    assert before != after
    assert client.get(before)["Location"] == after


def test_place_image__in_review_is_404(client):
    place = make_place(make_map(), live=False)
    assert client.get(f"/map/places/{place.pk}/x.png").status_code == 404


def test_state_image__carries_the_number(client):
    make_place(make_map())
    path = address(client, "/map/ca/").replace("&amp;", "&")
    answer = client.get(path)
    assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)
    assert client.get("/map/ca/old.png?map=faces")["Location"] == path
