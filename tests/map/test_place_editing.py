"""Editing one place: drafts, autosave, the city's point, the picture."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.images import get_image_model

from campaign_blocks.map.models import Place
from tests.map.factories import make_map, make_place
from tests.map.test_admin import place_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def faces():
    return make_map()


def edit(client, place, **fields):
    form = place_form(place.map, **fields)
    if "draft" in fields:
        form.pop("action-publish"), form.pop("draft")
    return client.post(reverse("wagtailsnippets_map_place:edit", args=[place.pk]), form)


def test_place__city_gives_the_point(editor_client, faces):
    add = reverse("wagtailsnippets_map_place:add")
    editor_client.post(add, place_form(faces, location="", city="Oakland", precision="exact"))
    place = Place.objects.get()
    assert place.precision == "city" and str(round(place.latitude, 1)) == "37.8"


def test_place__unknown_city_is_left_to_the_editor(editor_client, faces):
    add = reverse("wagtailsnippets_map_place:add")
    editor_client.post(add, place_form(faces, location="", city="Nowhereville"))
    assert Place.objects.get().latitude is None


def test_place__draft_does_not_touch_the_map(editor_client, faces, client):
    place = make_place(faces, name="Shown", kind="ban")
    edit(editor_client, place, name="Half typ", draft=True)
    place.refresh_from_db()
    assert place.name == "Shown" and place.has_unpublished_changes
    assert "Shown" in client.get(place.get_absolute_url()).content.decode()


def test_place__draft_may_lack_its_source_but_nothing_is_published_so(editor_client, faces):
    place = make_place(faces, kind="ban", live=False)
    assert edit(editor_client, place, source_url="", draft=True).status_code == 302
    answer = edit(editor_client, place, source_url="")
    assert answer.status_code == 200 and "This field is required" in answer.content.decode()
    place.refresh_from_db()
    assert not place.live


@pytest.mark.parametrize("broken", ["somewhere", "SRID=4326;POINT(999 0)", "undefined,undefined"])
def test_place__garbage_from_a_broken_script_never_replaces_the_point(editor_client, faces, broken):
    place = make_place(faces, kind="ban")
    edit(editor_client, place, location=broken, draft=True)
    place.refresh_from_db()
    assert place.location == "SRID=4326;POINT(-122.27 37.8)"
    answer = editor_client.get(reverse("wagtailsnippets_map_place:edit", args=[place.pk]))
    assert answer.status_code == 200 and "POINT(-122.27 37.8)" in answer.content.decode()


def test_place__history_can_be_seen(editor_client, faces):
    place = make_place(faces, kind="ban")
    edit(editor_client, place, name="Renamed")
    history = reverse("wagtailsnippets_map_place:history", args=[place.pk])
    assert "Published" in editor_client.get(history).content.decode()


def test_place__picture_needs_words(faces):
    image = make_image()
    place = make_place(faces, image=image)
    with pytest.raises(Exception, match="Say what the picture shows"):
        place.full_clean()


def test_place__picture_is_shown(client, faces):
    place = make_place(faces, image=make_image(), image_alt="A camera on a pole")
    assert 'alt="A camera on a pole"' in client.get(place.get_absolute_url()).content.decode()


def test_picture__svg_is_refused(editor_client):
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
    file = SimpleUploadedFile("x.svg", svg, content_type="image/svg+xml")
    words = {"title": "x", "file": file, "description": ""}
    answer = editor_client.post(reverse("wagtailimages:add"), words)
    assert answer.status_code == 200 and not get_image_model().objects.exists()


def make_image():
    from PIL import Image as Pillow

    file = io.BytesIO()
    Pillow.new("RGB", (40, 30), "red").save(file, "PNG")
    upload = SimpleUploadedFile("x.png", file.getvalue(), content_type="image/png")
    return get_image_model().objects.create(title="x", file=upload)


def test_preview__of_a_new_place(editor_client, faces):
    preview = reverse("wagtailsnippets_map_place:preview_on_add")
    form = place_form(faces, name="Previewed")
    assert editor_client.post(preview, form).json()["is_valid"]
    assert "Previewed" in editor_client.get(preview).content.decode()
