"""Staff bring people in: upload, look, confirm, undo."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile

from scoreboard.admin.imports import form as import_form
from scoreboard.models import ImportFile, ImportRun, Legislator
from tests.scoreboard.rosters import OFFICES, ROSTER, SENATOR, SOCIAL

pytestmark = pytest.mark.django_db
URL = "/admin/scoreboard/imports/"


def file(text, name="roster.yaml"):
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


@pytest.fixture
def send(editor_client):
    def send(text=ROSTER, name="roster.yaml", **more):
        return editor_client.post(URL, {"people": file(text, name), **more}, follow=True)

    return send


@pytest.fixture
def step(editor_client):
    def step(name):
        run = ImportRun.objects.first()
        return editor_client.post(f"{URL}{run.pk}/{name}/", follow=True)

    return step


def test_page__opens(editor_client):
    assert "Nothing was imported yet." in editor_client.get(URL).text


def test_upload__shows_and_stores_nobody(send):
    response = send(social=file(SOCIAL, "social.yaml"), offices=file(OFFICES, "offices.yaml"))
    assert "Bernie Moreno" in response.text
    assert "Import this" in response.text
    assert not Legislator.objects.exists()


def test_confirm__imports_and_forgets_the_files(send, step):
    send(social=file(SOCIAL, "social.yaml"), offices=file(OFFICES, "offices.yaml"))
    assert "Undo this import" in step("confirm").text
    person = Legislator.objects.get(identifier="S000001")
    assert (person.x_handle, person.offices.count()) == ("SenMoreno", 1)
    run = ImportRun.objects.get()
    assert (run.state, run.created, run.by.get_username()) == ("done", 3, "editor")
    assert not ImportFile.objects.exists()


def test_confirm__twice_is_once(send, step):
    send()
    step("confirm")
    assert "somebody else was quicker" in step("confirm").text


def test_undo__takes_everything_back(send, step):
    send()
    step("confirm")
    assert "Undone by editor" in step("undo").text
    assert not Legislator.objects.exists()


def test_drop__forgets_the_files(send, step):
    send()
    step("drop")
    assert ImportRun.objects.get().state == "dropped"
    assert not ImportFile.objects.exists()


def test_preview__old_and_new_values_and_what_stays(send, step):
    send()
    step("confirm")
    Legislator.objects.filter(identifier="R000001").update(party="Green")
    page = send(ROSTER.replace("202-224-5141", "202-224-9999")).text
    assert "202-224-5141" in page
    assert "202-224-9999" in page
    assert "stays (the file says Democrat)" in page


def test_upload__every_wrong_line_is_named(send):
    broken = ROSTER.replace("state: PR", "state: XX").replace("last: Lindqvist, ", "")
    page = send(broken).text
    assert "2 errors" in page
    assert "name.last" in page
    assert "XX is not a state or territory" in page
    assert not Legislator.objects.exists()


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (ROSTER[:300], "roster.yaml", "not valid YAML"),
        (b"\xff\xfe\x00", "roster.yaml", "is not UTF-8"),
        (b"\x1f\x8bxx", "roster.tar.gz", "is not a whole tar.gz"),
        (ROSTER + SENATOR, "roster.yaml", "is listed already on line 1"),
        ("a,b\n1,2\n", "roster.csv", "this column is missing"),
        ('{"a": 1}', "x.json", "expected Popolo"),
        ("[]", "x.json", "the list is empty"),
        ("- &a 1\n- *a\n", "x.yaml", "aliases"),
        ("=1+1", "x.yaml", "expected a list"),
    ],
)
def test_upload__what_is_no_roster(send, content, name, words):
    assert words in send(content, name).text
    assert not Legislator.objects.exists()


def test_upload__too_large_is_refused_before_it_is_read(send, monkeypatch):
    monkeypatch.setattr(import_form, "MAX_BYTES", 100)
    assert "Larger than 10 MB." in send().text
    assert not ImportRun.objects.exists()


def test_upload__nothing_chosen(editor_client):
    response = editor_client.post(URL, {})
    assert response.status_code == 422
    assert "This field is required." in response.text


def test_import__not_for_everybody(client, django_user_model):
    user = django_user_model.objects.create_user("aide", "a@example.org", "pass-word-12")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(URL, follow=True).redirect_chain
    user.user_permissions.add(Permission.objects.get(codename="import_people"))
    assert client.get(URL).status_code == 200


def test_import__a_get_changes_nothing(send, editor_client):
    send()
    run = ImportRun.objects.get()
    assert editor_client.get(f"{URL}{run.pk}/confirm/").status_code == 405
    assert editor_client.post(f"{URL}{run.pk}/explode/").status_code == 404
