from datetime import date

import pytest

from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def faces():
    return make_map()


def test_place__says_what_is_known(client, faces):
    place = make_place(
        faces,
        kind="ban",
        name="Oakland",
        status="weakened",
        status_date=date(2022, 7, 21),
        start_date=date(2019, 7, 1),
        start_precision="month",
        source="CNN Business",
        source_url="https://example.org/oakland",
    )
    html = client.get(place.get_absolute_url()).content.decode()
    for words in ("Oakland", "Banned", "Weakened, July 21, 2022", "July 2019", "California"):
        assert words in html
    assert '<a href="https://example.org/oakland" rel="noopener">CNN Business</a>' in html


def test_place__draws_its_state(client, faces):
    html = client.get(make_place(faces).get_absolute_url()).content.decode()
    assert "A point on the outline of California" in html


@pytest.mark.parametrize("fields", [{"latitude": None, "longitude": None}, {"latitude": 10}])
def test_place__without_a_point_on_the_picture(client, faces, fields):
    response = client.get(make_place(faces, **fields).get_absolute_url())
    assert response.status_code == 200
    assert b"map-locator" not in response.content


def test_place__text_of_strangers_is_escaped(client, faces):
    place = make_place(faces, name="<script>alert(1)</script>", description="<b>x</b>")
    html = client.get(place.get_absolute_url()).content.decode()
    assert "<script>alert(1)" not in html and "<b>x</b>" not in html


def test_place__unpublished_or_unknown_is_404(client, faces):
    hidden = make_place(faces, live=False)
    assert client.get(hidden.get_absolute_url()).status_code == 404
    assert client.get("/map/places/999999/").status_code == 404


def test_place__of_an_unpublished_map_is_404(client, faces):
    place = make_place(faces)
    faces.published = False
    faces.save()
    assert client.get(place.get_absolute_url()).status_code == 404


def test_place__report_address(client, faces):
    place = make_place(faces)
    assert b"mailto:map@" not in client.get(place.get_absolute_url()).content
    faces.report_email, faces.takes_reports = "map@example.org", False
    faces.save()
    assert b"mailto:map@example.org?subject=" in client.get(place.get_absolute_url()).content
