"""An update to signers: written, tried, queued, paused and reported."""

import re

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.utils import timezone

from campaign_blocks.petition.models import Consent, OutboxMessage, Update
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.updates import queue_update
from tests.petition.factories import make_petition, make_signature

OUTBOX, FAILURES = "/admin/petition/outbox/", "/admin/petition/outbox/failed/"
UPDATES, STOPPED = "/admin/petition/updates/", "/admin/petition/stopped-mailboxes/"


@pytest.fixture
def petition(db):
    return make_petition(title="Ban it", confirm_by_mail=True)


def write(client, petition, **values):
    data = {"petition": petition.pk, "subject": "News", "text": "We won.", "pace": "600"}
    return client.post(f"{UPDATES}new/", {**data, **values}, follow=True)


def page_of(update):
    return f"/admin/petition/update/{update.pk}/"


def test_update__written_tried_counted_queued_paused_reported(editor_client, petition):
    for n in range(3):
        make_signature(petition, opt_in=n < 2)
    petition.signatures.update(state="confirmed")
    judge()
    write(editor_client, petition)
    update = Update.objects.get()
    editor_client.post(page_of(update), {"action": "try"})
    assert [one.to for one in mail.outbox] == [["e@example.org"]]
    assert (
        "2 people will get this" in editor_client.get(f"{page_of(update)}queue/").content.decode()
    )
    editor_client.post(f"{page_of(update)}queue/", {"number": "2"})
    update.refresh_from_db()
    assert (update.state, update.expected, update.created_by.username) == ("sending", 2, "editor")
    for action, state in (("pause", "paused"), ("resume", "sending")):
        editor_client.post(page_of(update), {"action": action})
        update.refresh_from_db()
        assert update.state == state


def test_update__says_a_large_number_as_people_read_it(editor_client, petition, monkeypatch):
    class Many:
        def count(self):
            return 1234

    monkeypatch.setattr("campaign_blocks.petition.mailroom.update.audience", lambda one: Many())
    update = Update.objects.create(petition=petition, subject="On {petition}", text="T")
    Update.objects.update(tried=update.digest)
    page = editor_client.get(f"{page_of(update)}queue/").content.decode()
    assert "1,234 people will get this" in page
    assert "On Ban it" in page
    assert "about 3 minutes" in page


def test_update__no_queue_before_the_trial_and_after_a_change(editor_client, petition):
    write(editor_client, petition)
    update = Update.objects.get()
    answer = editor_client.post(f"{page_of(update)}queue/", {"number": "1"}, follow=True)
    assert "Send it to yourself first" in answer.content.decode()
    editor_client.post(page_of(update), {"action": "try"})
    edit = {"petition": petition.pk, "subject": "Other", "text": "Other", "pace": "60"}
    editor_client.post(f"{UPDATES}edit/{update.pk}/", edit)
    editor_client.post(f"{page_of(update)}queue/", {"number": "1"})
    update.refresh_from_db()
    assert (update.subject, update.state) == ("Other", "draft")


def test_update__its_words_stay_once_it_is_queued(editor_client, petition):
    update = Update.objects.create(petition=petition, subject="S", text="T")
    Update.objects.update(tried=update.digest)
    queue_update(update_id=update.pk, expected=0)
    edit = {"petition": petition.pk, "subject": "Other", "text": "Other", "pace": "60"}
    editor_client.post(f"{UPDATES}edit/{update.pk}/", edit)
    editor_client.post(f"{UPDATES}delete/{update.pk}/")
    assert Update.objects.get().subject == "S"


def test_update__unknown_token_is_named_at_its_field(editor_client, petition):
    page = write(editor_client, petition, text="Dear {name}").content.decode()
    assert "{name} is not known here." in page
    assert not Update.objects.exists()


@pytest.mark.parametrize("pace", ["0", "-1", "6001", "x"])
def test_update__pace_has_limits(editor_client, petition, pace):
    write(editor_client, petition, pace=pace)
    assert not Update.objects.exists()


def test_update__editors_write_and_moderators_send(staff, client, petition):
    user = staff(groups=["Editors"])
    write(client, petition)
    update = Update.objects.get()
    client.post(page_of(update), {"action": "try"})
    assert client.get(f"{page_of(update)}queue/").status_code == 302
    client.post(f"{page_of(update)}queue/", {"number": "1"})
    update.refresh_from_db()
    assert update.state == "draft"
    user.groups.set(Group.objects.filter(name="Moderators"))
    client.post(f"{page_of(update)}queue/", {"number": "1"})
    update.refresh_from_db()
    assert update.state == "sending"


def test_update__editors_do_not_pause(staff, client, petition):
    staff(groups=["Editors"])
    update = Update.objects.create(petition=petition, subject="S", text="T", state="sending")
    client.post(page_of(update), {"action": "pause"})
    update.refresh_from_db()
    assert update.state == "sending"


def test_report__adds_up(editor_client, petition):
    people = [make_signature(petition, opt_in=True) for _ in range(5)]
    petition.signatures.update(state="confirmed")
    update = Update.objects.create(
        petition=petition, subject="S", text="T", state="done", queued_at=timezone.now(), expected=5
    )
    states = (
        ("sent", ""),
        ("sent", ""),
        ("failed", "x 550"),
        ("failed", "unsubscribed"),
        ("unknown", ""),
    )
    for one, (state, error) in zip(people, states, strict=True):
        OutboxMessage.objects.create(
            kind="update",
            target=str(update.pk),
            signature=one,
            state=state,
            error=error,
            created_at=timezone.now(),
        )
    Consent.objects.create(
        signature=people[0], purpose="campaign_mail", text=people[0].consents.get().text,
        granted=False, method="unsubscribe", created_at=timezone.now(),
    )  # fmt: skip
    page = editor_client.get(page_of(update)).content.decode()
    numbers = re.findall(r"<td>(\d*)</td>", page)
    assert numbers == ["5", "2", "0", "0", "1", "1", "1", "1"]


@pytest.mark.parametrize("number", [1, 50])
def test_updates__same_queries_for_one_and_for_fifty(
    editor_client, petition, number, django_assert_max_num_queries
):
    for n in range(number):
        Update.objects.create(petition=petition, subject=f"S{n}", text="T")
    editor_client.get(UPDATES)
    with django_assert_max_num_queries(22):
        editor_client.get(UPDATES)
