import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from campaign_blocks.petition import switches
from campaign_blocks.petition.models import MailToken, OutboxMessage, Suppression
from campaign_blocks.petition.models.switch import Switch
from campaign_blocks.petition.services import deliver, outlet
from campaign_blocks.petition.services.deliver import Delivery, claim
from campaign_blocks.petition.services.judge import judge
from tests.petition.factories import make_petition, make_signature


@pytest.fixture
def waiting(db):
    """One signature whose confirmation mail is due."""
    signature = make_signature(
        make_petition(title="Ban it", confirm_by_mail=True),
        name="Canary Name",
        email="ana@example.org",
        message="Canary words",
    )
    judge()
    return signature


def row():
    return OutboxMessage.objects.get()


class Refusing:
    """A mail server that fails at a named moment."""

    def __init__(self, opening=None, sending=None):
        self.opening, self.sending = opening, sending

    def open(self):
        if self.opening:
            raise self.opening

    def send_messages(self, messages):
        raise self.sending

    def close(self):
        pass


def use(monkeypatch, server):
    monkeypatch.setattr(outlet, "get_connection", lambda: server)


def due_again():
    OutboxMessage.objects.update(next_attempt_at=timezone.now())


def test_deliver__sends_and_marks(waiting):
    assert Delivery().run() == 1
    assert (row().state, row().attempts, row().error) == ("sent", 1, "")
    assert row().sent_at is not None
    assert mail.outbox[0].to == ["ana@example.org"]
    assert Delivery().run() == 0
    assert len(mail.outbox) == 1


def test_deliver__nothing_before_judgement(db):
    make_signature(make_petition())
    assert Delivery().run() == 0
    assert not mail.outbox


def test_deliver__nothing_while_mail_is_paused(waiting):
    Switch.objects.create(name="mail", paused=True, reason="x", changed_at=timezone.now())
    switches.forget()
    assert Delivery().run() == 0
    assert (row().state, row().attempts) == ("queued", 0)
    switches.forget()


def test_deliver__temporary_refusal_is_tried_later(waiting, monkeypatch):
    use(monkeypatch, Refusing(sending=smtplib.SMTPDataError(451, b"busy")))
    Delivery().run()
    assert (row().state, row().error, row().doubts) == ("queued", "SMTPDataError 451", 0)
    assert row().next_attempt_at > timezone.now() + timedelta(seconds=20)


def test_deliver__waits_longer_each_time_up_to_an_hour(waiting, monkeypatch):
    use(monkeypatch, Refusing(sending=smtplib.SMTPDataError(451, b"busy")))
    waits = []
    for _ in range(12):
        due_again()
        Delivery().run()
        waits.append((row().next_attempt_at - timezone.now()).total_seconds())
    assert waits[0] < 75
    assert waits[4] > 300
    assert 2800 < waits[-1] < 4400


def test_deliver__permanent_refusal_is_final(waiting, monkeypatch):
    refused = smtplib.SMTPRecipientsRefused({"ana@example.org": (550, b"no such user")})
    use(monkeypatch, Refusing(sending=refused))
    Delivery().run()
    assert (row().state, row().error) == ("failed", "SMTPRecipientsRefused 550")
    assert "ana" not in row().error


def test_deliver__gives_up_after_three_days(waiting, monkeypatch):
    OutboxMessage.objects.update(created_at=timezone.now() - timedelta(hours=73))
    use(monkeypatch, Refusing(sending=smtplib.SMTPDataError(451, b"busy")))
    Delivery().run()
    assert row().state == "failed"


def test_deliver__a_server_away_for_four_days_fails_no_mail(waiting, monkeypatch):
    OutboxMessage.objects.update(created_at=timezone.now() - timedelta(hours=96))
    use(monkeypatch, Refusing(opening=ConnectionRefusedError()))
    Delivery().run()
    assert row().state == "queued"


def test_deliver__refused_sender_is_our_fault_and_no_mail_is_lost(waiting, monkeypatch):
    refused = smtplib.SMTPSenderRefused(550, b"not you", "campaign@localhost")
    use(monkeypatch, Refusing(sending=refused))
    Delivery().run()
    assert (row().state, row().error, row().doubts) == ("queued", "mail server unreachable", 0)


def test_deliver__unreachable_server_is_left_alone_for_a_minute(waiting, monkeypatch):
    worker = Delivery()
    use(monkeypatch, Refusing(opening=ConnectionRefusedError()))
    worker.run()
    assert (row().state, row().doubts) == ("queued", 0)
    assert not MailToken.objects.exists()
    due_again()
    assert worker.run() == 0
    assert row().attempts == 1


def test_deliver__crash_between_sending_and_marking_sends_the_same_mail(waiting, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(deliver, "mark", lambda *args, **kwargs: None)
        Delivery().run()
    assert row().state == "sending"
    assert Delivery().run() == 0
    due_again()
    Delivery().run()
    assert row().state == "sent"
    first, second = (one.extra_headers["Message-ID"] for one in mail.outbox)
    assert first == second


def test_deliver__two_crashes_leave_it_to_staff_and_send_no_third_copy(waiting, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(deliver, "mark", lambda *args, **kwargs: None)
        for _ in range(2):
            due_again()
            Delivery().run()
    due_again()
    Delivery().run()
    assert (row().state, len(mail.outbox)) == ("unknown", 2)


def test_deliver__late_worker_sends_and_marks_nothing(waiting):
    late = claim()[0]
    OutboxMessage.objects.update(attempts=2)
    assert not deliver.begin(late)
    deliver.mark(late, "failed")
    assert row().state == "sending"


@pytest.mark.parametrize("state", ["confirmed", "suspect", "invalidated", "erased"])
def test_deliver__mail_that_lost_its_reason(waiting, state):
    type(waiting).objects.update(state=state)
    Delivery().run()
    assert (row().state, row().error) == ("failed", "not needed any more")
    assert not mail.outbox


@pytest.mark.parametrize(
    ("reason", "error"),
    [
        ("unsubscribed", "unsubscribed"),
        ("bounced", "the mailbox does not exist"),
        ("complained", "reported as unwanted"),
        ("erased", "asked to be erased"),
    ],
)
def test_deliver__suppressed_mailbox(db, reason, error):
    signature = make_signature(make_petition())
    Suppression.objects.create(fingerprint=signature.fingerprint, reason=reason)
    judge()
    Delivery().run()
    assert row().error == error
    assert not mail.outbox


@pytest.mark.parametrize(
    ("reason", "sent"),
    [("unsubscribed", 1), ("bounced", 0), ("complained", 0), ("erased", 0)],
)
def test_deliver__who_signs_anew_may_confirm_only_after_unsubscribing(waiting, reason, sent):
    Suppression.objects.create(fingerprint=waiting.fingerprint, reason=reason)
    Delivery().run()
    assert len(mail.outbox) == sent


def test_deliver__a_mail_that_can_not_be_written_holds_nobody_up(waiting, monkeypatch):
    make_signature(waiting.petition, email="bo@example.org")
    judge()
    plain = deliver.Desk.draft

    def draft(desk, message):
        if message.signature_id == waiting.pk:
            raise KeyError("words")
        return plain(desk, message)

    monkeypatch.setattr(deliver.Desk, "draft", draft)
    Delivery().run()
    assert [one.to for one in mail.outbox] == [["bo@example.org"]]
    broken = OutboxMessage.objects.get(signature=waiting)
    assert (broken.state, broken.error) == ("queued", "KeyError")


@pytest.mark.parametrize("address", ["a@b\r\nBcc: x@evil.example", "no address", "a@" + "b" * 90])
def test_deliver__address_that_no_mail_program_can_write_fails_alone(waiting, address):
    type(waiting).objects.update(email=address)
    make_signature(waiting.petition, email="bo@example.org")
    judge()
    Delivery().run()
    assert ["bo@example.org"] in [one.to for one in mail.outbox]
    assert not [one for one in mail.outbox if "Bcc" in one.message()]


def test_deliver__confirmations_go_before_everything_else(db):
    old = timezone.now() - timedelta(days=1)
    for kind, age in (("update", 3), ("thanks", 2), ("reminder", 1), ("confirm", 0)):
        signature = make_signature(make_petition(confirm_by_mail=True))
        OutboxMessage.objects.filter(signature=signature).update(
            kind=kind, target="1" if kind == "update" else "", next_attempt_at=old - timedelta(age)
        )
    judge()
    order = [claim(1)[0].kind for _ in range(4)]
    assert order == ["confirm", "reminder", "thanks", "update"]


def test_deliver__slow_server_keeps_no_row_longer_than_the_batch(waiting, monkeypatch):
    make_signature(waiting.petition, email="bo@example.org")
    judge()
    monkeypatch.setattr(deliver, "SECONDS", -1.0)
    assert Delivery().run() == 2
    assert set(OutboxMessage.objects.values_list("state", "doubts")) == {("queued", 0)}
    assert OutboxMessage.objects.due(timezone.now()).count() == 2


def test_deliver__batch_of_mails_costs_few_queries_each(db, django_assert_max_num_queries):
    petition = make_petition()
    for _ in range(10):
        make_signature(petition)
    judge()
    with django_assert_max_num_queries(16 + 10 * 2):
        assert Delivery().run() == 10


def test_outbox__a_thousand_queueings_leave_one_row(waiting):
    for _ in range(10):
        OutboxMessage.objects.bulk_create(
            (
                OutboxMessage(kind="confirm", signature=waiting, created_at=timezone.now())
                for _ in range(100)
            ),
            ignore_conflicts=True,
        )
    assert OutboxMessage.objects.count() == 1
