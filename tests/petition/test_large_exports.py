"""Exports too large for a request: made by the worker, fetched once, gone after a day."""

import io
from datetime import timedelta

import openpyxl
import pytest
from django.core import mail
from django.utils import timezone

from campaign_blocks.petition.exports.making import Making, discard_old
from campaign_blocks.petition.models import Export, ExportChunk, ExportLog
from campaign_blocks.petition.services.erase import erase_person
from tests.petition.exporting import PAGE, ask, body, rows, run_all, staff
from tests.petition.factories import make_signature


def test_large__is_made_by_the_worker_and_fetched_once(officer, petition, few, monkeypatch):
    monkeypatch.setattr("campaign_blocks.petition.exports.writing.BATCH", 2)
    emails = {make_signature(petition).email for _ in range(5)}
    assert ask(officer, petition).status_code == 302
    run_all()
    assert ExportChunk.objects.count() == 3
    address = f"{PAGE}{Export.objects.get().pk}/file/"
    assert {row["email"] for row in rows(officer.post(address))} == emails
    assert not ExportChunk.objects.exists()
    assert officer.post(address).status_code == 404
    assert [log.event for log in ExportLog.objects.order_by("pk")] == ["asked", "made", "fetched"]
    assert ExportLog.objects.get(event="made").rows == 5


def test_large__as_a_workbook(officer, petition, few):
    for _ in range(5):
        make_signature(petition)
    ask(officer, petition, format="xlsx")
    run_all()
    file = body(officer.post(f"{PAGE}{Export.objects.get().pk}/file/"))
    assert openpyxl.load_workbook(io.BytesIO(file)).active.max_row == 6


def test_large__goes_on_where_a_killed_worker_stopped(officer, petition, few, monkeypatch):
    monkeypatch.setattr("campaign_blocks.petition.exports.writing.BATCH", 2)
    emails = [make_signature(petition).email for _ in range(5)]
    ask(officer, petition)
    for _ in range(3):
        Making().run()  # each a worker of its own
    assert Export.objects.get().rows == 4
    run_all()
    found = [row["email"] for row in rows(officer.post(f"{PAGE}{Export.objects.get().pk}/file/"))]
    assert found == emails


def test_large__who_signs_meanwhile_is_left_out(officer, petition, few):
    for _ in range(3):
        make_signature(petition)
    ask(officer, petition)
    make_signature(petition)
    run_all()
    assert Export.objects.get().rows == 3


def test_large__a_second_person_hears_of_it(officer, django_user_model, petition, few):
    staff(django_user_model, "second", "export_signature")
    staff(django_user_model, "third")
    signature = make_signature(petition)
    for _ in range(2):
        make_signature(petition)
    ask(officer, petition, reason="For the hearing")
    run_all()
    (sent,) = mail.outbox
    assert sent.to == ["second@example.org"]
    assert "officer" in sent.body
    assert "For the hearing" in sent.body
    assert signature.email not in sent.body


def test_small__nobody_is_told(officer, petition):
    make_signature(petition)
    ask(officer, petition)
    assert not mail.outbox


@pytest.mark.parametrize("other", ["export_signature", "view_signature"])
def test_file__is_for_whoever_asked(officer, client, django_user_model, petition, few, other):
    for _ in range(3):
        make_signature(petition)
    ask(officer, petition)
    run_all()
    client.force_login(staff(django_user_model, "other", other))
    answer = client.post(f"{PAGE}{Export.objects.get().pk}/file/")
    assert answer.status_code == (404 if other == "export_signature" else 302)
    assert ExportChunk.objects.exists()


def test_file__a_link_alone_fetches_nothing(officer, petition, few):
    for _ in range(3):
        make_signature(petition)
    ask(officer, petition)
    run_all()
    assert officer.get(f"{PAGE}{Export.objects.get().pk}/file/").status_code == 405
    assert Export.objects.get().state == "ready"


def test_file__is_gone_after_a_day(officer, petition, few):
    for _ in range(3):
        make_signature(petition)
    ask(officer, petition)
    run_all()
    Export.objects.update(made_at=timezone.now() - timedelta(hours=25))
    assert officer.post(f"{PAGE}{Export.objects.get().pk}/file/").status_code == 404
    assert discard_old() == 1
    assert not ExportChunk.objects.exists()
    assert ExportLog.objects.first().event == "deleted"
    assert discard_old() == 0


def test_file__erasing_a_person_takes_finished_files_along(officer, petition, few):
    make_signature(petition, email="ana@example.org")
    for _ in range(2):
        make_signature(petition)
    ask(officer, petition)
    run_all()
    erase_person(email="ana@example.org")
    assert not ExportChunk.objects.exists()
    assert Export.objects.get().state == "gone"


def begin_book(officer, petition):
    """A worker that has read all rows of a workbook and stored none."""
    make_signature(petition, email="ana@example.org")
    for _ in range(3):
        make_signature(petition)
    ask(officer, petition, format="xlsx")
    worker = Making()
    for _ in range(4):
        worker.run()
    assert Export.objects.get().state == "making"
    return worker


def emails_in_book(officer):
    file = body(officer.post(f"{PAGE}{Export.objects.get().pk}/file/"))
    head, *lines = openpyxl.load_workbook(io.BytesIO(file)).active.iter_rows(values_only=True)
    return [line[head.index("email")] for line in lines]


def test_workbook__begins_anew_when_somebody_is_erased_meanwhile(
    officer, petition, few, monkeypatch
):
    monkeypatch.setattr("campaign_blocks.petition.exports.writing.BATCH", 2)
    worker = begin_book(officer, petition)
    erase_person(email="ana@example.org")
    for _ in range(8):
        worker.run()
    found = emails_in_book(officer)
    assert len(found) == 3 and "ana@example.org" not in found


def test_workbook__second_worker_changes_nothing_for_the_first(officer, petition, few, monkeypatch):
    monkeypatch.setattr("campaign_blocks.petition.exports.writing.BATCH", 2)
    worker, other = begin_book(officer, petition), Making()
    for _ in range(2):
        other.run()
    worker.run()
    assert Export.objects.get().state == "ready"
    while other.run():
        pass
    assert len(emails_in_book(officer)) == 4
