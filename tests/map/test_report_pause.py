"""The switch by which staff pause the mail also holds the thanks for reported places."""

from types import SimpleNamespace

import pytest
from django.core.management import call_command

from campaign_blocks.kit.doors import is_paused
from campaign_blocks.map.models import Report
from campaign_blocks.map.reports import thanking
from campaign_blocks.petition import memory, switches
from campaign_blocks.petition.models import Switch
from campaign_blocks.petition.services.switching import switch
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_switch_remembered():
    switches.forget()
    yield
    switches.forget()


@pytest.fixture
def faces():
    return make_map()


@pytest.fixture
def report(faces):
    return make_due(faces, "ana@example.org")


def make_due(faces, email):
    words = {"what": "Cameras", "source_url": "https://example.org/news", "state": "accepted"}
    return Report.objects.create(map=faces, place=make_place(faces), email=email, **words)


def test_pause__thanks_wait_and_go_out_after_it(report, mailoutbox):
    switch(name="mail", paused=True, reason="a complaint")
    for _ in range(10):
        assert thanking.send_thanks() == 0
    report.refresh_from_db()
    assert not mailoutbox
    assert (report.email, report.attempts, report.next_attempt_at) == ("ana@example.org", 0, None)
    switch(name="mail", paused=False)
    assert thanking.send_thanks() == 1
    assert [mail.to for mail in mailoutbox] == [["ana@example.org"]]


@pytest.mark.parametrize("name", ["signing", "delivery"])
def test_pause__of_something_else_holds_no_thanks(report, mailoutbox, name):
    switch(name=name, paused=True, reason="bots")
    assert thanking.send_thanks() == 1 and len(mailoutbox) == 1


def test_pause__in_the_middle_of_a_batch_stops_the_rest(faces, mailoutbox, monkeypatch):
    for number in range(3):
        make_due(faces, f"visitor{number}@example.org")
    send = thanking.composed

    def press_the_switch(report):
        switch(name="mail", paused=True, reason="a complaint")
        return send(report)

    monkeypatch.setattr(thanking, "composed", press_the_switch)
    assert thanking.send_thanks() == 1
    assert len(mailoutbox) == 1
    assert Report.objects.filter(attempts=0).exclude(email="").count() == 2


def test_pause__elsewhere_is_followed_within_ten_seconds(monkeypatch):
    """Inside a transaction nothing is remembered, so that of the test is hidden."""
    monkeypatch.setattr(memory, "connection", SimpleNamespace(in_atomic_block=False))
    now = [1000.0]
    monkeypatch.setattr(memory.time, "monotonic", lambda: now[0])
    assert not is_paused("mail")
    values = {"paused": True, "reason": "r", "changed_at": "2026-01-01T00:00Z"}
    Switch.objects.create(name="mail", **values)
    assert not is_paused("mail")  # still remembered
    now[0] += 10
    assert is_paused("mail")


def test_pause__by_command_without_a_deploy(report, mailoutbox):
    call_command("pause", "mail", reason="a complaint")
    assert thanking.send_thanks() == 0
    call_command("resume", "mail")
    assert thanking.send_thanks() == 1
