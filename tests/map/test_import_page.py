"""Importing in the admin: look, import, take back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from campaign_blocks.map.models import ImportRun, Place
from campaign_blocks.map.services import undo_import
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db
HEADER = "id,kind,name,city,state,source_url,verified"
OAKLAND = "a-1,ban,Oakland,Oakland,CA,https://example.org/,yes"


@pytest.fixture
def faces():
    return make_map()


@pytest.fixture
def upload(editor_client, faces):
    def run(*lines, content=None, name="places.csv", **words):
        body = content if content is not None else "\n".join([HEADER, *lines]).encode()
        data = {"map": faces.pk, "file": SimpleUploadedFile(name, body), **words}
        return editor_client.post(reverse("map_imports:list"), data, follow=True)

    return run


def press(client, **button):
    return client.post(reverse("map_imports:run", args=[ImportRun.objects.get().pk]), button)


def test_import_page__shows_what_a_file_would_do(upload):
    html = upload(OAKLAND).content.decode()
    assert "Oakland, CA" in html and "Import this file" in html
    assert not Place.objects.exists()


def test_import_page__imports_after_a_second_press(upload, editor_client):
    upload(OAKLAND)
    press(editor_client, **{"import": ""})
    run, place = ImportRun.objects.get(), Place.objects.get()
    assert (run.state, run.created, run.content) == ("done", 1, "")
    assert place.live and place.first_published_at and place.precision == "city"


def test_import_page__second_press_imports_nothing(upload, editor_client):
    upload(OAKLAND)
    press(editor_client, **{"import": ""}), press(editor_client, **{"import": ""})
    assert Place.objects.count() == 1


def test_import_page__dropped_file_leaves_nothing(upload, editor_client):
    upload(OAKLAND)
    press(editor_client, drop="")
    assert not ImportRun.objects.exists() and not Place.objects.exists()


def test_import_page__faults_by_line_and_field(upload):
    answer = upload(OAKLAND, OAKLAND.replace("a-1", "a-2").replace("https:", "javascript:"))
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "<td>3</td><td>source_url</td>" in html and "1 error" in html
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PNG\r\n\x1a\n\x00",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"PK\x03\x04\xff",
    ],
)
def test_import_page__file_of_another_kind(upload, content):
    assert upload(content=content).status_code == 422
    assert not ImportRun.objects.exists()


def test_undo__removes_the_new_and_restores_the_changed(upload, editor_client, faces):
    old = make_place(faces, kind="ban", external_id="a-0", name="Berkeley", description="Ours")
    upload(OAKLAND, "a-0,ban,City of Berkeley,Berkeley,CA,https://example.org/b,yes")
    press(editor_client, **{"import": ""})
    assert Place.objects.get(pk=old.pk).name == "City of Berkeley"
    press(editor_client, undo="")
    place = Place.objects.get()
    assert (place.pk, place.name, place.description) == (old.pk, "Berkeley", "Ours")
    assert ImportRun.objects.get().state == "undone"


def test_undo__keeps_what_an_editor_changed_since(upload, editor_client):
    upload(OAKLAND)
    press(editor_client, **{"import": ""})
    Place.objects.update(description="Read by hand")
    done = undo_import(run=ImportRun.objects.get())
    assert (done.removed, done.kept) == (0, 1)
    assert Place.objects.get().description == "Read by hand"


def test_import__lookalike_is_left_out_unless_wanted(upload, editor_client, faces):
    make_place(faces, kind="ban", external_id="other-7", name="Oakland", city="Oakland")
    html = upload(OAKLAND).content.decode()
    assert "looks like" in html and "0 new" in html
    press(editor_client, drop="")
    assert "1 new" in upload(OAKLAND, keep_lookalikes="on").content.decode()


def test_import_page__is_closed_to_others(client, faces, django_user_model):
    client.force_login(django_user_model.objects.create_user("x", "x@example.org", "pass-word-12"))
    assert client.get(reverse("map_imports:list")).status_code in {302, 403}
