"""What staff see and do about mail."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.core import mail

from campaign_blocks.petition.models import OutboxMessage, PetitionMail, Suppression
from campaign_blocks.petition.services import outlet
from campaign_blocks.petition.services.deliver import Delivery
from campaign_blocks.petition.services.judge import judge
from tests.petition.factories import make_petition, make_signature

OUTBOX, FAILURES = "/admin/petition/outbox/", "/admin/petition/outbox/failed/"
UPDATES, STOPPED = "/admin/petition/updates/", "/admin/petition/stopped-mailboxes/"


@pytest.fixture
def petition(db):
    return make_petition(title="Ban it", confirm_by_mail=True)


def fail(petition, number=1, error="SMTPDataError 554", state="failed"):
    for _ in range(number):
        signature = make_signature(
            petition, email=f"canary{Suppression.objects.count()}{number}{_}@x.org"
        )
        OutboxMessage.objects.filter(signature=signature).update(state=state, error=error)
    judge()


@pytest.mark.parametrize(
    ("path", "permission"),
    [
        (OUTBOX, "view_outboxmessage"),
        (FAILURES, "change_outboxmessage"),
        (STOPPED, "delete_suppression"),
        (UPDATES, "view_update"),
    ],
)
def test_mailroom__each_page_needs_its_permission(staff, client, db, path, permission):
    user = staff()
    assert client.get(path).status_code == 302
    user.user_permissions.add(Permission.objects.get(codename=permission))
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", [OUTBOX, FAILURES, STOPPED, UPDATES])
def test_mailroom__strangers_see_the_login(client, db, path):
    assert "/login/" in client.get(path)["Location"]


@pytest.mark.parametrize(("permissions", "shown"), [((), False), (("view_signature",), True)])
def test_outbox__address_only_for_those_who_may_see_signatures(
    staff, client, petition, permissions, shown
):
    fail(petition)
    staff("view_outboxmessage", *permissions)
    page = client.get(OUTBOX).content.decode()
    assert ("canary" in page) is shown
    assert "SMTPDataError 554" in page


@pytest.mark.parametrize("number", [1, 50])
def test_outbox__same_queries_for_one_and_for_fifty(
    editor_client, petition, number, django_assert_max_num_queries
):
    fail(petition, number)
    editor_client.get(OUTBOX)
    with django_assert_max_num_queries(22):
        editor_client.get(OUTBOX)


def test_outbox__filter_by_state(editor_client, petition):
    fail(petition)
    page = editor_client.get(f"{OUTBOX}?state=sent").content.decode()
    assert "SMTPDataError" not in page


def test_failures__one_press_queues_one_group_again(editor_client, petition):
    fail(petition, 3)
    fail(petition, 2, error="SMTPRecipientsRefused 550")
    group = {"petition": petition.pk, "kind": "confirm", "state": "failed"}
    answer = editor_client.post(FAILURES, {**group, "error": "SMTPDataError 554"}, follow=True)
    assert "3 mails are queued again." in answer.content.decode()
    assert OutboxMessage.objects.filter(state="queued").count() == 3
    Delivery().run()
    assert len(mail.outbox) == 3


def test_failures__in_doubt_may_be_sent_again(editor_client, petition):
    fail(petition, error="may have arrived", state="unknown")
    OutboxMessage.objects.update(doubts=2)
    group = {"petition": petition.pk, "kind": "confirm", "state": "unknown"}
    editor_client.post(FAILURES, {**group, "error": "may have arrived"})
    Delivery().run()
    assert OutboxMessage.objects.get().state == "sent"


@pytest.mark.parametrize(
    "posted",
    [{}, {"petition": "1"}, {"petition": "x", "kind": "", "state": "", "error": ""},
     {"petition": "9" * 40, "kind": "confirm", "state": "failed", "error": ""}],
)  # fmt: skip
def test_failures__an_empty_filter_queues_nothing(editor_client, petition, posted):
    fail(petition)
    editor_client.post(FAILURES, posted)
    assert OutboxMessage.objects.get().state == "failed"


@pytest.mark.parametrize(
    "error", ["unsubscribed", "enough mail to this mailbox", "not needed any more"]
)
def test_failures__what_is_settled_is_not_offered(editor_client, petition, error):
    fail(petition, error=error)
    assert "Nothing failed" in editor_client.get(FAILURES).content.decode()


def mails(petition):
    return f"/admin/petition/mails/{petition.pk}/"


def test_preview__shows_every_mail_framed_and_without_script(editor_client, petition):
    PetitionMail.objects.create(
        petition=petition, kind="thanks", subject="Own", text='Own "words" <script>x</script>'
    )
    answer = editor_client.get(mails(petition))
    page = answer.content.decode()
    frames = re.findall(r'<iframe[^>]* sandbox="" srcdoc="([^"]*)"', page)
    assert len(frames) == 4
    assert all(frame.startswith("&lt;!DOCTYPE html&gt;") for frame in frames)
    assert "<script>x" not in page
    assert "Please confirm your signature: Ban it" in page
    assert "/confirm/sample/" in page


def test_preview__says_which_mails_are_not_sent(editor_client, db):
    page = editor_client.get(mails(make_petition(confirm_by_mail=False))).content.decode()
    assert "signatures of this petition count at once" in page


@pytest.mark.parametrize("kind", ["confirm", "reminder", "thanks", "already_signed"])
def test_preview__send_this_to_me(editor_client, petition, kind):
    editor_client.post(mails(petition), {"kind": kind})
    (sent,) = mail.outbox
    assert sent.to == ["e@example.org"]
    assert sent.subject.startswith("[Test] ")


def test_preview__sends_nothing_else_and_to_nobody_else(editor_client, petition):
    for kind in ("update", "", "x"):
        assert editor_client.post(mails(petition), {"kind": kind}).status_code == 404
    editor_client.post(mails(petition), {"kind": "thanks", "to": "x@evil.example"})
    assert [one.to for one in mail.outbox] == [["e@example.org"]]


def test_preview__a_dead_mail_server_is_said_in_words(editor_client, petition, monkeypatch):
    class Dead:
        def open(self):
            raise ConnectionRefusedError

        def close(self):
            pass

    monkeypatch.setattr(outlet, "get_connection", Dead)
    answer = editor_client.post(mails(petition), {"kind": "thanks"}, follow=True)
    assert "The mail server can&#x27;t be reached" in answer.content.decode()


def test_preview__reading_changes_nothing_and_mails_nobody(editor_client, petition):
    editor_client.get(mails(petition))
    assert not mail.outbox


def test_stopped__look_and_lift(editor_client, petition):
    signature = make_signature(petition, email="Ana@Example.org")
    Suppression.objects.create(fingerprint=signature.fingerprint, reason="bounced")
    page = editor_client.post(STOPPED, {"email": "ana@example.org"}).content.decode()
    assert "The mailbox does not exist" in page
    assert Suppression.objects.exists()
    editor_client.post(STOPPED, {"email": "ana@example.org", "lift": "yes"})
    assert not Suppression.objects.exists()


def test_stopped__not_an_address(editor_client, db):
    assert editor_client.post(STOPPED, {"email": "nobody"}).status_code == 422


def test_menu__leads_to_the_mailroom(editor_client, petition):
    page = editor_client.get("/admin/").content.decode()
    assert OUTBOX in page
    assert UPDATES in page
