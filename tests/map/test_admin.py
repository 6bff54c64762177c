import re

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from campaign_blocks.map.models import Map, Place
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_map_place:list"


@pytest.fixture
def faces():
    return make_map()


def place_form(map_, **fields):
    return {
        "map": map_.pk,
        "kind": map_.kinds.get(slug="ban").pk,
        "name": "Oakland",
        "city": "Oakland",
        "state": "CA",
        "country": "US",
        "location": "SRID=4326;POINT(-122.27 37.8)",
        "precision": "city",
        "start_precision": "day",
        "status_precision": "day",
        "source_url": "https://example.org/report",
        "action-publish": "1",
        **fields,
    }


def test_admin__add_a_place(editor_client, faces):
    add = reverse("wagtailsnippets_map_place:add")
    response = editor_client.post(add, place_form(faces))
    assert response.status_code == 302
    place = Place.objects.get()
    assert (float(place.latitude), float(place.longitude)) == (37.8, -122.27)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("location", "somewhere", "Click on the map"),
        ("source_url", "javascript:alert(1)", "valid URL"),
        ("state", "XX", "two letters"),
    ],
)
def test_admin__bad_value_is_explained(editor_client, faces, field, value, words):
    add = reverse("wagtailsnippets_map_place:add")
    response = editor_client.post(add, place_form(faces, **{field: value}))
    assert words in response.content.decode()
    assert not Place.objects.exists()


def test_admin__location_field_asks_nobody_else(editor_client, faces):
    place = make_place(faces)
    html = editor_client.get(reverse("wagtailsnippets_map_place:edit", args=[place.pk])).content
    text = html.decode()
    assert "map/vendor/leaflet/leaflet" in text
    assert "map/admin/location-field" in text
    assert not re.search(r'<(script|link)[^>]+(src|href)="(https?:)?//', text)
    assert "openstreetmap" not in text and "unpkg" not in text


def test_admin__list_filters(editor_client, faces):
    make_place(faces, name="Oakland", kind="ban")
    make_place(faces, name="Boston", state="MA", live=False)
    html = editor_client.get(reverse(LIST), {"state": "MA"}).content.decode()
    assert "Boston" in html and "Oakland" not in html
    html = editor_client.get(reverse(LIST), {"live": "true"}).content.decode()
    assert "Oakland" in html and "Boston" not in html


def test_admin__search(editor_client, faces):
    make_place(faces, name="Oakland"), make_place(faces, name="Boston", state="MA")
    html = editor_client.get(reverse(LIST), {"q": "oak"}).content.decode()
    assert "Oakland" in html and "Boston" not in html


def test_admin__add_a_map_with_its_own_kinds(editor_client):
    kind = {
        "label": "Verbot",
        "slug": "verbot",
        "singular": "",
        "plural": "",
        "meaning": "banned",
        "tone": "support",
        "shape": "dot",
        "aliases": "",
    }
    words = {
        "title": "Berlin",
        "slug": "berlin",
        "intro": "",
        "basemap": "none",
        "attribution": "",
        "licence": "",
        "licence_url": "",
        "view_location": "",
        "view_zoom": "5",
        "takes_reports": "on",
        "report_email": "",
        "published": "on",
        "kinds": inline_formset([kind]),
    }
    add = reverse("wagtailsnippets_map_map:add")
    assert editor_client.post(add, nested_form_data(words)).status_code == 302
    assert [kind.slug for kind in Map.objects.get().kinds.all()] == ["verbot"]


def test_admin__menu_has_the_map(editor_client):
    html = editor_client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse(LIST) in html


def test_places__export_holds_no_formula(editor_client):
    make_place(make_map(), name="=HYPERLINK(1)", source="@SUM(1)")
    response = editor_client.get("/admin/snippets/map/place/?export=csv")
    text = b"".join(response.streaming_content).decode()
    assert "'=HYPERLINK(1)" in text
    assert "'@SUM(1)" in text
