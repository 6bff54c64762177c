import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from campaign_blocks.petition.models import MailToken, OutboxMessage, Suppression
from campaign_blocks.petition.services import deliver
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
    monkeypatch.setattr(deliver, "get_connection", lambda: server)


def test_deliver__sends_and_marks(waiting):
    assert Delivery().run() == 1
    assert (row().state, row().attempts) == ("sent", 1)
    assert row().sent_at is not None
    assert mail.outbox[0].to == ["ana@example.org"]
    assert Delivery().run() == 0
    assert len(mail.outbox) == 1


def test_deliver__nothing_before_judgement(db):
    make_signature(make_petition())
    assert Delivery().run() == 0
    assert not mail.outbox


def test_deliver__temporary_refusal_is_tried_later(waiting, monkeypatch):
    use(monkeypatch, Refusing(sending=smtplib.SMTPDataError(451, b"busy")))
    Delivery().run()
    assert (row().state, row().error) == ("queued", "SMTPDataError 451")
    assert row().next_attempt_at > timezone.now() + timedelta(seconds=20)


def test_deliver__permanent_refusal_is_final(waiting, monkeypatch):
    refused = smtplib.SMTPRecipientsRefused({"ana@example.org": (550, b"no such user")})
    use(monkeypatch, Refusing(sending=refused))
    Delivery().run()
    assert row().state == "failed"
    assert "ana" not in row().error


def test_deliver__gives_up_after_three_days(waiting, monkeypatch):
    OutboxMessage.objects.update(created_at=timezone.now() - timedelta(hours=73))
    use(monkeypatch, Refusing(sending=smtplib.SMTPServerDisconnected()))
    Delivery().run()
    assert row().state == "failed"


def test_deliver__unreachable_server_is_left_alone_for_a_minute(waiting, monkeypatch):
    worker = Delivery()
    use(monkeypatch, Refusing(opening=ConnectionRefusedError()))
    worker.run()
    assert row().state == "queued"
    assert not MailToken.objects.exists()
    OutboxMessage.objects.update(next_attempt_at=timezone.now())
    assert worker.run() == 0
    assert row().attempts == 1


def test_deliver__crash_between_sending_and_marking_sends_the_same_mail(waiting, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(deliver, "mark", lambda *args, **kwargs: None)
        Delivery().run()
    assert row().state == "sending"
    assert Delivery().run() == 0
    OutboxMessage.objects.update(next_attempt_at=timezone.now())
    Delivery().run()
    assert row().state == "sent"
    first, second = (one.extra_headers["Message-ID"] for one in mail.outbox)
    assert first == second


def test_deliver__late_worker_marks_nothing(waiting):
    late = claim()[0]
    OutboxMessage.objects.update(attempts=2)
    deliver.mark(late, "failed")
    assert row().state == "sending"


@pytest.mark.parametrize("state", ["confirmed", "suspect", "invalidated", "erased"])
def test_deliver__mail_that_lost_its_reason(waiting, state):
    type(waiting).objects.update(state=state)
    Delivery().run()
    assert (row().state, row().error) == ("failed", "not needed any more")
    assert not mail.outbox


def test_deliver__suppressed_mailbox(db):
    signature = make_signature(make_petition())
    Suppression.objects.create(fingerprint=signature.fingerprint, reason="unsubscribed")
    judge()
    Delivery().run()
    assert row().error == "unsubscribed"
    assert not mail.outbox


def test_deliver__batch_of_mails_costs_few_queries_each(db, django_assert_max_num_queries):
    petition = make_petition()
    for _ in range(10):
        make_signature(petition)
    judge()
    with django_assert_max_num_queries(8 + 10 * 3):
        assert Delivery().run() == 10
