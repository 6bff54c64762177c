"""Paper signatures on the pages and in the command of staff."""

import io
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.utils import timezone

from campaign_blocks.petition.models import CountDelta, PaperBatch, Signature
from campaign_blocks.petition.paper import batches
from campaign_blocks.petition.paper.steps import forget_uploads
from tests.petition.papers import HEAD, PAGE, TWO, WORDS, run_all


def test_page__upload_shows_what_would_happen_then_imports(editor_client, petition):
    file = io.BytesIO(TWO.encode())
    file.name = "sheets.csv"
    data = {"file": file, "note": "Fair", "words": WORDS}
    answer = editor_client.post(PAGE.format(petition.pk), data, follow=True)
    page = answer.content.decode()
    assert "Import 2 signatures" in page
    assert "ana@example.org" not in page
    assert not Signature.objects.exists()
    batch = PaperBatch.objects.get()
    editor_client.post(f"/admin/petitions/paper/batch/{batch.pk}/start/")
    run_all()
    assert Signature.objects.count() == 2


def test_page__faults_are_told_by_line(editor_client, petition):
    file = io.BytesIO(f"{HEAD}\nAna,nobody@,94110,,no\n".encode())
    file.name = "sheets.csv"
    data = {"file": file, "note": "Fair", "words": WORDS}
    page = editor_client.post(PAGE.format(petition.pk), data, follow=True).content.decode()
    assert "<td>2</td><td>email</td>" in page
    assert "1 error. Nothing was stored" in page


def test_page__large_file_is_checked_by_the_worker(editor_client, petition, monkeypatch):
    monkeypatch.setattr("campaign_blocks.petition.paper.views.CHECKED_AT_ONCE", 10)
    file = io.BytesIO(TWO.encode())
    file.name = "sheets.csv"
    data = {"file": file, "note": "Fair", "words": WORDS}
    answer = editor_client.post(PAGE.format(petition.pk), data, follow=True)
    assert answer["Refresh"] == "3"
    run_all()
    assert PaperBatch.objects.get().state == "checked"


def test_page__number_without_names(editor_client, petition):
    data = {"sheets-number": "250", "sheets-note": "Office"}
    editor_client.post(PAGE.format(petition.pk) + "number/", data)
    assert CountDelta.objects.get().amount == 250
    bad = editor_client.post(PAGE.format(petition.pk) + "number/", {**data, "sheets-number": "-1"})
    assert bad.status_code == 422
    assert CountDelta.objects.count() == 1


@pytest.mark.parametrize("step", ["start", "drop", "undo", "explode"])
def test_page__a_step_needs_a_post_and_the_permission(client, django_user_model, petition, step):
    batch = batches.add_unnamed(petition=petition, number=5, note="x", by=None)
    user = django_user_model.objects.create_user("staff", "s@example.org", "pass-word-12")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    address = f"/admin/petitions/paper/batch/{batch.pk}/{step}/"
    assert client.get(address).status_code in (302, 405)
    assert client.post(address).status_code == 302
    assert client.get(PAGE.format(petition.pk)).status_code == 302
    batch.refresh_from_db()
    assert batch.state == "done"


@pytest.mark.parametrize("rows", [1, 50])
def test_page__queries_do_not_grow(editor_client, petition, django_assert_max_num_queries, rows):
    for number in range(rows):
        batches.add_unnamed(petition=petition, number=number + 1, note="x", by=None)
    with django_assert_max_num_queries(12):
        editor_client.get(PAGE.format(petition.pk))


def test_uploads__nobody_decided_and_the_file_goes_after_a_day(petition):
    batch = batches.upload(
        petition=petition, body=TWO.encode(), file_name="a.csv", note="x", words="", by=None
    )
    assert forget_uploads() == 0
    PaperBatch.objects.update(created_at=timezone.now() - timedelta(hours=25))
    assert forget_uploads() == 1
    batch.refresh_from_db()
    assert (batch.state, batch.body) == ("dropped", None)


def test_command__dry_run_equals_run(petition, tmp_path, capsys):
    path = tmp_path / "sheets.csv"
    path.write_text(TWO)
    call_command("import_paper", "ban-it", str(path), "--dry-run")
    assert not Signature.objects.exists()
    dry = capsys.readouterr().out.splitlines()
    call_command("import_paper", "ban-it", str(path))
    assert capsys.readouterr().out.splitlines() == dry[1:] == ["created: 2, skipped: 0"]
    assert Signature.objects.count() == 2


def test_command__names_file_line_and_field(petition, tmp_path, capsys):
    path = tmp_path / "sheets.csv"
    path.write_text(f"{HEAD}\nAna,nobody@,94110,,no\n")
    with pytest.raises(CommandError, match="Nothing was imported"):
        call_command("import_paper", "ban-it", str(path))
    assert "sheets.csv, line 2, email: Enter an email" in capsys.readouterr().err
    assert not PaperBatch.objects.exists()


@pytest.mark.parametrize(("slug", "words"), [("nope", "no petition"), ("ban-it", "cannot be read")])
def test_command__bad_arguments(petition, tmp_path, slug, words):
    with pytest.raises(CommandError, match=words):
        call_command("import_paper", slug, str(tmp_path / "missing.csv"))
