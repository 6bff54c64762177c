"""Pausing what runs: at once where it is pressed, within ten seconds everywhere."""

import html

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from wagtail.models import ModelLogEntry

from campaign_blocks.petition import memory, switches
from campaign_blocks.petition.models import Signature, Switch
from campaign_blocks.petition.services.switching import switch

NAMES = ["signing", "mail", "delivery"]


@pytest.fixture(autouse=True)
def no_switch_remembered():
    switches.forget()
    yield
    switches.forget()


@pytest.fixture
def committed(real_transactions):
    """Nothing is remembered inside the transaction of a test."""
    yield
    ModelLogEntry.objects.filter(content_type__model="switch").delete()
    Switch.objects.all().delete()


def set_elsewhere(name, paused):
    """What another process would have written; this one has not been told."""
    values = {"paused": paused, "reason": "r", "changed_at": "2026-01-01T00:00Z"}
    Switch.objects.update_or_create(name=name, defaults=values)


@pytest.mark.parametrize("name", NAMES)
def test_paused__nothing_is_at_first(db, name):
    assert switches.paused(name) is False


@pytest.mark.parametrize("name", NAMES)
def test_switch__one_alone_and_back(db, name):
    switch(name=name, paused=True, reason="bots")
    assert [one for one in NAMES if switches.paused(one)] == [name]
    switch(name=name, paused=False)
    assert not switches.paused(name)


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_switch__needs_a_reason_to_pause(db, reason):
    with pytest.raises(ValidationError, match="Say why"):
        switch(name="mail", paused=True, reason=reason)
    assert not Switch.objects.exists()


def test_switch__here_at_once_and_elsewhere_within_ten_seconds(committed, monkeypatch):
    now = 1000.0
    monkeypatch.setattr(memory.time, "monotonic", lambda: now)
    assert not switches.paused("signing")
    set_elsewhere("signing", True)
    assert not switches.paused("signing"), "remembered, or every signature would ask"
    now += 5.1
    assert switches.paused("signing")
    switch(name="signing", paused=False)
    assert not switches.paused("signing")


def test_paused__asks_once_in_five_seconds(committed, django_assert_num_queries):
    with django_assert_num_queries(1):
        for _ in range(50):
            assert [switches.paused(name) for name in NAMES] == [False] * 3


@pytest.mark.parametrize(("name", "reason"), [("signing", ""), ("website", "no such thing")])
def test_database__refuses(db, name, reason):
    with pytest.raises(IntegrityError), transaction.atomic():
        Switch.objects.create(name=name, paused=True, reason=reason, changed_at="2026-01-01T00:00Z")


def test_log__who_what_and_why(db, django_user_model):
    user = django_user_model.objects.create_user("mo", "mo@example.org", "pass-word-12")
    switch(name="mail", paused=True, reason="complaints", by=user)
    entry = ModelLogEntry.objects.get(action="petition.pause")
    assert (entry.user, entry.data["reason"]) == (user, "complaints")
    assert entry.message == "Paused: complaints"


def test_commands__pause_and_resume(db, capsys):
    call_command("pause", "mail", "--reason", "complaints")
    assert switches.paused("mail")
    call_command("resume", "mail")
    assert not switches.paused("mail")
    assert "goes on" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["pause", "mail", "--reason", "x"], ["resume", "mail"]])
def test_commands__dry_run_changes_nothing(db, command):
    call_command(*command, "--dry-run")
    assert not Switch.objects.exists()


@pytest.mark.parametrize(
    "command", [["pause", "mail"], ["pause", "mail", "--reason", " "], ["pause", "x", "--reason=y"]]
)
def test_commands__say_what_is_missing(db, command):
    with pytest.raises(CommandError, match=r"reason|Say why|invalid choice"):
        call_command(*command)


def test_sign__while_paused_keeps_what_was_typed(petition, post):
    switch(name="signing", paused=True, reason="bots")
    answer = post(petition, name='Ana "<b>"', email="ana@example.org", postal_code="9")
    page = answer.content.decode()
    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"
    assert "no-store" in answer["Cache-Control"]
    assert "Signing is paused for the moment and nothing was stored" in page
    assert 'Ana "<b>"' in html.unescape(page)
    assert '"<b>"' not in page
    assert "ana@example.org" in page
    assert not Signature.objects.exists()


def test_sign__the_same_form_again_after_the_pause(petition, post):
    switch(name="signing", paused=True, reason="bots")
    post(petition)
    switch(name="signing", paused=False)
    assert post(petition).status_code == 303
    assert Signature.objects.count() == 1


@pytest.mark.parametrize("path", ["/petitions/ban-it/", "/embed/petition/ban-it/"])
def test_page__says_so_in_place_of_the_form(petition, client, path):
    assert "<form" in client.get(path).content.decode()
    switch(name="signing", paused=True, reason="bots")
    page = client.get(path).content.decode()
    assert "Signing is paused for the moment" in page
    assert 'method="post"' not in page
    switch(name="signing", paused=False)
    assert 'method="post"' in client.get(path).content.decode()


def test_closed_petition__says_that_it_is_closed(petition, client):
    petition.closes_at = petition.created_at
    petition.save()
    switch(name="signing", paused=True, reason="bots")
    page = client.get("/petitions/ban-it/").content.decode()
    assert "This petition is closed" in page
    assert "paused" not in page


@pytest.fixture
def desk(editor_client):
    return lambda **data: editor_client.post("/admin/petition/switches/", data)


def test_desk__pauses_and_lets_go_on(desk, editor_client):
    assert desk(name="mail", paused="yes", reason="complaints").status_code == 302
    page = editor_client.get("/admin/petition/switches/").content.decode()
    assert switches.paused("mail")
    assert "Let it go on: Mail" in page
    assert page.count("complaints") >= 2, "at the switch and in the log"
    desk(name="mail", paused="no")
    assert not switches.paused("mail")


@pytest.mark.parametrize(
    "data",
    [
        {"name": "mail", "paused": "yes", "reason": " "},
        {"name": "website", "paused": "yes", "reason": "r"},
        {"name": "mail", "paused": "perhaps", "reason": "r"},
        {"name": "mail", "paused": "yes", "reason": "x" * 301},
        {},
    ],
)
def test_desk__refuses(desk, data):
    answer = desk(**data)
    assert answer.status_code == 422
    assert not Switch.objects.exists()


def test_desk__a_get_changes_nothing(editor_client):
    editor_client.get("/admin/petition/switches/?name=mail&paused=yes&reason=r")
    assert not Switch.objects.exists()


@pytest.mark.parametrize(("group", "allowed"), [("Moderators", True), ("Editors", False)])
def test_desk__is_for_moderators(client, django_user_model, group, allowed, db):
    user = django_user_model.objects.create_user("mo", "mo@example.org", "pass-word-12")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    data = {"name": "mail", "paused": "yes", "reason": "r"}
    client.post("/admin/petition/switches/", data)
    assert switches.paused("mail") is allowed
    assert ("Switches" in client.get("/admin/").content.decode()) is allowed
