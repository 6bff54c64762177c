import logging
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from campaign_blocks.petition.models import (
    Consent,
    OutboxMessage,
    Petition,
    RetentionRun,
    Signature,
)
from campaign_blocks.petition.rights import clearing
from campaign_blocks.petition.services import retain
from campaign_blocks.petition.services.audit import audit
from campaign_blocks.petition.services.change_state import change_state
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.roll_up import roll_up
from campaign_blocks.petition.services.withdraw import withdraw
from tests.petition.factories import make_organization, make_petition, make_signature

pytestmark = pytest.mark.django_db


def aged(signature, days, **values):
    when = timezone.now() - timedelta(days=days)
    Signature.objects.filter(pk=signature.pk).update(created_at=when, **values)
    return signature


def names_left():
    return sorted(Signature.objects.exclude(name="").values_list("name", flat=True))


@pytest.mark.parametrize("state", ["pending", "expired"])
def test_unconfirmed__goes_after_thirty_days(state):
    petition = make_petition(confirm_by_mail=True)
    for name, days in (("Old", 31), ("Young", 29)):
        aged(make_signature(petition, name=name), days, state=state)
    call_command("apply_retention")
    assert names_left() == ["Young"]


@pytest.mark.parametrize("state", ["suspect", "invalidated"])
def test_held__goes_ninety_days_after_it_was_held(petition, state):
    for name, days in (("Long held", 91), ("Held lately", 89)):
        row = aged(make_signature(petition, name=name), 200)
        change_state(ids=[row.pk], to=state)
        Signature.objects.filter(pk=row.pk).update(held_at=timezone.now() - timedelta(days=days))
    call_command("apply_retention")
    assert names_left() == ["Held lately"]
    judge()
    roll_up()
    assert [one.drift for one in audit()] == [0]


def test_held__restored_one_stays(petition):
    row = aged(make_signature(petition, name="Restored"), 200)
    change_state(ids=[row.pk], to="suspect")
    Signature.objects.update(held_at=timezone.now() - timedelta(days=100))
    change_state(ids=[row.pk], to="confirmed")
    call_command("apply_retention")
    assert names_left() == ["Restored"]


@pytest.mark.parametrize("end", ["closes_at", "won_at"])
def test_ended__half_a_year_later_names_go_and_the_count_stays(petition, end):
    make_signature(petition, name="No mail", message="Mine")
    make_signature(petition, name="Yes mail", opt_in=True)
    judge()
    roll_up()
    when = timezone.now() - timedelta(days=184)
    Petition.objects.update(**{end: when, "victory_text": "Won"})
    call_command("apply_retention")
    assert names_left() == ["Yes mail"]
    assert Petition.objects.with_counts().get().confirmed == 2
    emptied = Signature.objects.get(state="erased")
    assert (emptied.email, emptied.postal_code, emptied.message) == ("", "", "")
    assert not OutboxMessage.objects.filter(signature=emptied).exists()
    assert not Consent.objects.filter(signature=emptied).exists()


def test_ended__not_before_half_a_year(petition):
    make_signature(petition)
    Petition.objects.update(closes_at=timezone.now() - timedelta(days=182))
    call_command("apply_retention")
    assert names_left() == ["Ana"]


def test_ended__consent_to_a_partner_holds_until_it_is_withdrawn(petition):
    one, two = make_organization(), make_organization()
    row = make_signature(petition, organization_opt_ins={one.pk: True, two.pk: True})
    Petition.objects.update(closes_at=timezone.now() - timedelta(days=184))
    mine = Signature.objects.filter(pk=row.pk)
    for organization, left in ((one, ["Ana"]), (two, [])):
        withdraw(signatures=mine, method="withdrawn", only=("partner_mail", organization.pk))
        call_command("apply_retention")
        assert names_left() == left


def test_dry_run__lists_exactly_what_the_run_does(petition, capsys):
    waiting = make_petition(confirm_by_mail=True)
    for days in (1, 31, 40):
        aged(make_signature(waiting), days)
    over = make_petition()
    make_signature(over)
    Petition.objects.filter(pk=over.pk).update(closes_at=timezone.now() - timedelta(days=200))
    before = list(Signature.objects.order_by("pk").values())
    call_command("apply_retention", "--dry-run")
    assert list(Signature.objects.order_by("pk").values()) == before
    assert not RetentionRun.objects.exists()
    dry = capsys.readouterr().out
    call_command("apply_retention")
    assert capsys.readouterr().out == dry
    assert dry.splitlines()[-1] == "deleted: 2 unconfirmed, 0 held; emptied: 1"


def test_run__goes_on_after_it_was_cut_off(monkeypatch):
    monkeypatch.setattr(retain, "BATCH", 2)
    petition = make_petition(confirm_by_mail=True)
    for _ in range(5):
        aged(make_signature(petition), 31)
    retain.run_batch(retain.begin_run())
    call_command("apply_retention")
    run = RetentionRun.objects.get()
    assert (run.unconfirmed, Signature.objects.count()) == (5, 0)
    assert run.finished_at


def test_night__once_after_two(settings):
    settings.TIME_ZONE = "UTC"
    aged(make_signature(make_petition(confirm_by_mail=True)), 400)
    with time_machine.travel("2026-03-02 03:00+00:00", tick=False):
        Signature.objects.update(created_at=timezone.now() - timedelta(days=31))
        assert clearing.clear() == 1
        assert clearing.clear() == 0
        assert clearing.clear() == 0
    assert RetentionRun.objects.count() == 1
    with time_machine.travel("2026-03-03 01:59+00:00", tick=False):
        assert clearing.clear() == 0
        assert RetentionRun.objects.count() == 1
    with time_machine.travel("2026-03-03 02:00+00:00", tick=False):
        clearing.clear()
    assert RetentionRun.objects.count() == 2


@pytest.mark.parametrize(("hours", "late"), [(25, False), (27, True)])
def test_alert__when_the_last_run_is_older_than_26_hours(hours, late, caplog, editor_client):
    then = timezone.now() - timedelta(hours=hours)
    RetentionRun.objects.create(started_at=then, finished_at=then)
    with caplog.at_level(logging.ERROR, logger="campaign.petition.rights"):
        clearing.watch()
    assert bool(caplog.records) == late
    page = editor_client.get("/admin/").content.decode()
    assert ("not cleared in the last 26 hours" in page) == late
    assert "Cleared on" in page
