"""A reporter's right to see what is stored about her, and to have it gone."""

import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from campaign_blocks.map.models import Report
from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models import Erasure
from tests.map.factories import make_map

pytestmark = pytest.mark.django_db


@pytest.fixture
def faces():
    return make_map()


@pytest.fixture
def report(faces):
    return make_report(faces, "ana@example.org")


def make_report(faces, email, **fields):
    words = {"what": "Cameras at the station", "source_url": "https://example.org/news"}
    return Report.objects.create(map=faces, email=email, **{**words, **fields})


def addresses():
    return list(Report.objects.order_by("pk").values_list("email", flat=True))


@pytest.mark.parametrize("spelling", ["ana@example.org", "ANA+map@Example.org", " ana@example.org"])
def test_erase_person__reaches_reports_in_any_spelling(report, faces, spelling, capsys):
    make_report(faces, "bo@example.org")
    call_command("erase_person", spelling)
    assert addresses() == ["", "bo@example.org"]
    out = capsys.readouterr().out
    assert "place_reports: 1" in out and "proof: " in out and "ana" not in out


@pytest.mark.parametrize("state", ["waiting", "suspect", "accepted"])
def test_erase_person__whatever_became_of_the_report(faces, state):
    make_report(faces, "ana@example.org", state=state)
    call_command("erase_person", "ana@example.org")
    assert addresses() == [""]


def test_erase_person__dry_run_says_it_and_leaves_it(report, capsys):
    call_command("erase_person", "ana@example.org", "--dry-run")
    assert "place_reports: 1" in capsys.readouterr().out
    assert addresses() == ["ana@example.org"] and not Erasure.objects.exists()


def test_erase_person__the_second_time_finds_nothing(report, capsys):
    for _ in range(2):
        call_command("erase_person", "ana@example.org")
    first, second = capsys.readouterr().out.split("emptied: ")[1:]
    assert "place_reports" in first and "place_reports" not in second


def test_replay__after_a_restore_spares_what_was_reported_later(report, faces, tmp_path):
    early = timezone.now() + timedelta(seconds=1)
    later = make_report(faces, "ana@example.org")
    Report.objects.filter(pk=later.pk).update(created_at=early + timedelta(days=1))
    line = {"at": early.isoformat(), "mailbox": fingerprint("ana@example.org").hex()}
    ledger = tmp_path / "erasures.jsonl"
    ledger.write_text(json.dumps(line) + "\n")
    call_command("erase_person", replay=ledger)
    assert addresses() == ["", "ana@example.org"]


def test_export_person__tells_what_she_reported(report, faces, capsys):
    make_report(faces, "bo@example.org")
    call_command("export_person", "Ana@example.org")
    (told,) = json.loads(capsys.readouterr().out)["place_reports"]
    assert (told["what"], told["email"]) == ("Cameras at the station", "ana@example.org")
    assert told["map"] == faces.title and faces.title in told["in_words"]


def test_export_person__dry_run_counts_the_reports(report, capsys):
    call_command("export_person", "ana@example.org", "--dry-run")
    assert capsys.readouterr().out.strip() == "place_reports: 1"


def test_export_person__nobody_known_is_told_nothing(report, capsys):
    call_command("export_person", "nobody@example.org", "--dry-run")
    assert capsys.readouterr().out.strip() == "nothing"
