"""Holding, invalidating and restoring many signatures: counted first, stopped, resumed, undone."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils import timezone
from wagtail.models import ModelLogEntry

from campaign_blocks.petition.models import (
    BulkAction,
    BulkActionRow,
    CountDelta,
    OutboxMessage,
    Signature,
)
from campaign_blocks.petition.services import bulk_changes, bulk_worker
from campaign_blocks.petition.services.erase import erase_person
from campaign_blocks.petition.services.export import export_person
from campaign_blocks.petition.services.judge import judge
from tests.petition.factories import make_petition, make_signature

HOME = b"h" * 16


@pytest.fixture
def staff(django_user_model, db):
    return django_user_model.objects.create_superuser("mo", "mo@example.org", "pass-word-12")


@pytest.fixture
def bulk(staff):
    """Counts and starts; `work` does it to the end."""

    def make(kind, start=True, work=True, **criteria):
        action = bulk_changes.preview(kind=kind, criteria=criteria, reason="bots", by=staff)
        if start:
            bulk_changes.start(action=action, by=staff)
        if work:
            finish(action)
        return action

    return make


def finish(action):
    for _ in range(50):
        if not bulk_worker.bulk_step():
            break
    action.refresh_from_db()


def everything():
    fields = ("pk", "state", "held_from", "suspect_for", "confirmed_at")
    return list(Signature.objects.order_by("pk").values_list(*fields))


def total():
    return CountDelta.objects.aggregate(sum=Sum("amount"))["sum"] or 0


@pytest.fixture
def mixed(settings):
    """Every state that a bulk change may meet, the same criteria for all."""
    settings.SIGN_RATE_LIMIT = "2/5m"
    at_once, by_mail = make_petition(), make_petition(confirm_by_mail=True)
    for _ in range(4):
        make_signature(at_once, address_block=HOME, source="x", email_domain="gmail.com")
    make_signature(by_mail, source="x")
    judge()
    make_signature(at_once, source="other")
    make_signature(at_once, source="x", email="late@gmail.com")
    return at_once


def test_preview__counts_and_changes_nothing(bulk, mixed):
    before = everything()
    action = bulk("hold", start=False, source="x")
    assert (action.counted, action.done, action.state) == (6, 0, "previewed")
    assert everything() == before


@pytest.mark.parametrize("criteria", [{}, {"state": "confirmed"}, {"source": ""}])
def test_empty_filter__is_refused(bulk, mixed, criteria):
    with pytest.raises(ValidationError, match="at least one thing to filter by"):
        bulk("hold", **criteria)
    assert not BulkAction.objects.exists()


def test_empty_filter__is_refused_by_the_database(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        BulkAction.objects.create(kind="hold", criteria={}, up_to=1, reason="r", counted=1)


@pytest.mark.parametrize("reason", ["", "  "])
def test_reason__is_required(staff, mixed, reason):
    with pytest.raises(ValidationError, match="Say why"):
        bulk_changes.preview(kind="hold", criteria={"source": "x"}, reason=reason, by=staff)


@pytest.mark.parametrize(("kind", "state"), [("hold", "suspect"), ("invalidate", "invalidated")])
def test_change__all_that_match_and_no_other(bulk, mixed, kind, state):
    action = bulk(kind, source="x")
    states = dict(Signature.objects.order_by().values_list("source", "state"))
    assert states == {"x": state, "other": "confirmed"}
    assert (action.state, action.done) == ("done", 6)


@pytest.mark.parametrize("kind", ["hold", "invalidate"])
def test_count__follows_exactly(bulk, mixed, kind):
    assert total() == Signature.objects.counted().count() == 4
    action = bulk(kind, source="x")
    assert total() == Signature.objects.counted().count() == 1
    bulk_changes.undo(action=action, by=None)
    finish(action)
    assert total() == Signature.objects.counted().count() == 4


@pytest.mark.parametrize("kind", ["hold", "invalidate", "restore"])
def test_undo__restores_every_row(bulk, mixed, kind):
    if kind == "restore":
        bulk("invalidate", source="x")
    before = everything()
    action = bulk(kind, source="x")
    assert everything() != before
    bulk_changes.undo(action=action, by=None)
    finish(action)
    assert (action.state, action.done) == ("undone", 0)
    assert [row for row in everything() if row not in before] == []
    assert not action.rows.exists()


def test_restore__each_returns_to_where_it_was(bulk, mixed):
    before = dict(Signature.objects.values_list("pk", "state"))
    bulk("invalidate", source="x")
    bulk("restore", source="x")
    now = dict(Signature.objects.values_list("pk", "state"))
    held_by_the_worker = [pk for pk in before if before[pk] == "suspect"]
    assert all(now[pk] == "confirmed" for pk in held_by_the_worker)
    assert all(now[pk] == before[pk] for pk in before if pk not in held_by_the_worker)


def test_hold__a_press_in_the_mail_does_not_clear_it(bulk, mixed):
    waiting = Signature.objects.filter(suspect_for="address")
    assert [row.waits_for_mail for row in waiting] == [True, True]
    bulk("hold", source="x")
    assert not any(row.waits_for_mail for row in Signature.objects.filter(source="x"))
    mails = OutboxMessage.objects.filter(signature__source="x", state="queued")
    assert not mails.exclude(next_attempt_at=None).exists()


def test_hold__undone_lets_the_suspect_clear_itself_again(bulk, mixed):
    action = bulk("hold", source="x")
    bulk_changes.undo(action=action, by=None)
    finish(action)
    row = Signature.objects.filter(suspect_for="address").first()
    assert row.waits_for_mail
    assert row.messages.filter(kind="confirm", next_attempt_at__isnull=False).exists()


def test_change__leaves_who_signs_after_the_count(bulk, mixed):
    action = bulk("hold", start=False, work=False, source="x")
    make_signature(mixed, source="x", email="later@gmail.com")
    bulk_changes.start(action=action, by=None)
    finish(action)
    assert Signature.objects.get(email="later@gmail.com").state == "confirmed"


def test_cancel__no_other_batch_begins(bulk, mixed, monkeypatch):
    monkeypatch.setattr(bulk_worker, "BATCH", 2)
    action = bulk("hold", work=False, source="x")
    bulk_worker.bulk_step()
    bulk_changes.cancel(action=action, by=None)
    finish(action)
    assert (action.state, action.done) == ("cancelled", 2)
    assert Signature.objects.filter(suspect_for="staff").count() == 2


def test_cancel__in_the_middle_of_a_batch_takes_it_back(bulk, mixed, monkeypatch):
    bulk("hold", work=False, source="x")
    before = everything()
    note_rows = bulk_worker.note_rows

    def pressed_now(given, ids):
        bulk_changes.cancel(action=BulkAction.objects.get(), by=None)
        return note_rows(given, ids)

    monkeypatch.setattr(bulk_worker, "note_rows", pressed_now)
    with pytest.raises(bulk_worker.Overtaken):
        bulk_worker.run_batch(BulkAction.objects.get())
    assert everything() == before
    assert not BulkActionRow.objects.exists()


def test_undo__of_a_stopped_one(bulk, mixed, monkeypatch):
    before = everything()
    monkeypatch.setattr(bulk_worker, "BATCH", 2)
    action = bulk("invalidate", work=False, source="x")
    bulk_worker.bulk_step()
    bulk_changes.cancel(action=action, by=None)
    bulk_changes.undo(action=action, by=None)
    finish(action)
    assert [row for row in everything() if row not in before] == []


def test_undo__leaves_what_changed_since(bulk, mixed):
    action = bulk("hold", source="x")
    bulk("invalidate", domain="example.org", source="x")
    bulk_changes.undo(action=action, by=None)
    finish(action)
    assert Signature.objects.get(email__endswith="example.org", source="x").state == "invalidated"
    assert (action.state, action.done) == ("undone", 1)


@pytest.mark.parametrize("step", ["start", "cancel", "undo"])
def test_steps__refuse_the_wrong_moment(bulk, mixed, staff, step):
    action = bulk("hold", source="x")
    if step == "undo":
        bulk_changes.undo(action=action, by=staff)
    with pytest.raises(ValidationError, match="not possible any more"):
        getattr(bulk_changes, step)(action=action, by=staff)


def test_log__who_when_why_and_nobody_named(bulk, mixed, staff):
    action = bulk("hold", domain="gmail.com", address=HOME.hex())
    bulk_changes.undo(action=action, by=staff)
    entries = ModelLogEntry.objects.for_instance(action).order_by("pk")
    assert [entry.action.rpartition("_")[2] for entry in entries] == [
        "counted",
        "started",
        "undoing",
    ]
    assert {entry.user for entry in entries} == {staff}
    kept = str([entry.data for entry in entries])
    assert "bots" in kept
    assert "gmail" not in kept
    assert HOME.hex() not in kept


@pytest.mark.parametrize(
    ("criteria", "number"),
    [
        ({"address": HOME.hex()}, 4),
        ({"domain": "gmail.com"}, 5),
        ({"domain": "@GMAIL.com "}, 5),
        ({"domain": "mail.com"}, 0),
        ({"us_state": "CA"}, 7),
        ({"us_state": "NY"}, 0),
        ({"country": "US", "source": "other"}, 1),
        ({"suspect_for": "address"}, 2),
        ({"since": "2999-01-01T00:00:00+00:00"}, 0),
        ({"until": "2999-01-01T00:00:00+00:00"}, 7),
    ],
)
def test_criteria__mean_what_they_say(bulk, mixed, criteria, number):
    assert bulk("invalidate", start=False, work=False, **criteria).counted == number


def test_two_workers__the_slower_one_takes_its_batch_back(bulk, mixed):
    action = bulk("hold", work=False, source="x")
    slow = BulkAction.objects.get()
    bulk_worker.run_batch(BulkAction.objects.get())
    with pytest.raises(bulk_worker.Overtaken):
        bulk_worker.run_batch(slow)
    finish(action)
    assert (action.done, BulkActionRow.objects.count()) == (6, 6)


def test_erased_meanwhile__is_no_error(bulk, mixed):
    action = bulk("hold", source="x")
    row = Signature.objects.filter(source="x").first()
    Signature.objects.filter(pk=row.pk).update(state="erased", judged_at=timezone.now())
    row.consents.all().delete()
    bulk_changes.undo(action=action, by=None)
    finish(action)
    assert Signature.objects.get(pk=row.pk).state == "erased"
    assert action.state == "undone"


def test_export__tells_a_person_and_erasing_forgets_it(bulk, mixed):
    bulk("hold", source="x")
    row = Signature.objects.filter(source="x", email__endswith="example.org").get()
    told = export_person(email=row.email)
    assert "together with others (Hold)" in str(told)
    erase_person(email=row.email)
    assert BulkActionRow.objects.count() == 5
