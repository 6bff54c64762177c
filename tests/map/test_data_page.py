"""The map on other sites: code, files, and who may read them."""

import gzip
import html as entities

import pytest

from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def faces():
    return make_map(attribution="EFF", licence="CC BY 4.0")


def test_data_page__code_follows_the_choice(client, faces, settings):
    settings.BASE_URL = "https://ban.example"
    make_place(faces, kind="ban")
    page = client.get("/map/data/?state=CA&kind=ban&p=acme").content.decode()
    text = entities.unescape(entities.unescape(page))
    assert 'href="https://ban.example/embed/map/?state=CA&kind=ban&p=acme"' in text
    assert '<iframe src="https://ban.example/embed/map/?state=CA&kind=ban&p=acme"' in text


def test_data_page__previews_at_two_widths_load_later(client, faces):
    page = client.get("/map/data/").content.decode()
    for width in (320, 600):
        assert f'loading="lazy" width="{width}"' in page
    assert "copy-button" in page


def test_data_page__is_documented(client, faces):
    page = client.get("/map/data/").content.decode()
    for word in ("bbox=", "source_url", "ETag", "CC BY 4.0", "feed.atom"):
        assert word in page


@pytest.mark.parametrize(
    ("path", "is_open"),
    [
        ("/map/places.geojson", True),
        ("/map/places.csv", True),
        ("/map/points.geojson", False),
        ("/map/feed.atom", False),
        ("/map/", False),
    ],
)
def test_data__two_files_are_open_to_every_site(client, faces, path, is_open):
    assert client.get(path).has_header("Access-Control-Allow-Origin") == is_open


def test_geojson__names_credit_and_licence(client, faces):
    data = client.get("/map/places.geojson").json()
    assert (data["attribution"], data["licence"]) == ("EFF", "CC BY 4.0")


def test_data__is_kept_packed_until_something_changes(client, faces, django_assert_num_queries):
    make_place(faces, name="Oakland")
    first = client.get("/map/places.geojson", headers={"accept-encoding": "gzip"})
    with django_assert_num_queries(0):
        second = client.get("/map/places.geojson", headers={"accept-encoding": "gzip"})
    assert first.content == second.content and second["Content-Encoding"] == "gzip"
    assert b"Oakland" in gzip.decompress(second.content)
    make_place(faces, name="Boston")
    assert b"Boston" in client.get("/map/places.geojson").content
