"""A mail server goes away and comes back, or refuses one address: nobody is lost or served twice.

In the test a minute lasts half a second.
"""

import time
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from campaign_blocks.petition.models import OutboxMessage
from campaign_blocks.petition.services import deliver
from campaign_blocks.petition.services.deliver import Delivery
from tests.faults.cluster import full
from tests.faults.mail_workers import queue_mails
from tests.faults.sink import Sink

MINUTE = 0.5
MAILS = 5000 if full() else 300
DOWN = 60 * MINUTE if full() else 8 * MINUTE


@pytest.fixture
def sink(settings, monkeypatch):
    made = Sink()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", made.port
    settings.EMAIL_TIMEOUT = 1.0  # a busy machine is no silent server
    monkeypatch.setattr(deliver, "PAUSE_WHEN_DOWN", MINUTE)
    yield made
    made.end()


def work(worker, until):
    """As the loop of `manage.py work` does."""
    while time.monotonic() < until and OutboxMessage.objects.open().exists():
        if not worker.run():
            time.sleep(0.02)


def seconds(step):
    begun = time.monotonic()
    step()
    return time.monotonic() - begun


@pytest.mark.parametrize("mode", ["refuse", "hang", "421", "drop"])
def test_server_down__nobody_lost_nobody_twice(db, sink, mode):
    queue_mails(MAILS)
    worker = Delivery()
    worker.run()
    sink.fail(mode)
    already, before, cpu = len(sink.mails), len(sink.attempts), time.process_time()
    work(worker, time.monotonic() + DOWN)
    # The first failure is asked once more, to tell a bad mail from a bad server.
    assert len(sink.attempts) - before <= DOWN / MINUTE + 2
    assert time.process_time() - cpu < 0.5 * DOWN
    assert len(sink.mails) == already
    assert set(OutboxMessage.objects.values_list("state", flat=True)) == {"sent", "queued"}
    sink.fail("ok")
    work(worker, time.monotonic() + 60)
    assert set(OutboxMessage.objects.values_list("state", flat=True)) == {"sent"}
    assert (len(sink.copies), max(sink.copies.values())) == (MAILS, 1)


def test_server_down__one_attempt_a_minute_and_a_bit_apart(db, sink, monkeypatch):
    """The bit is drawn anew each time, so that two workers don't knock together."""
    drawn = iter([1.0, 1.2, 1.1, 1.0, 1.0])
    monkeypatch.setattr(deliver, "random", SimpleNamespace(uniform=lambda *ends: next(drawn)))
    queue_mails(60)
    worker = Delivery()
    sink.fail("421")
    until = time.monotonic() + 40 * MINUTE
    while len(sink.attempts) < 4 and time.monotonic() < until:
        worker.run()
        time.sleep(0.02)
    gaps = [b - a for a, b in zip(sink.attempts, sink.attempts[1:], strict=False)]
    assert len(gaps) == 3
    assert all(gap >= MINUTE * factor for gap, factor in zip(gaps, [1.0, 1.2, 1.1], strict=True))
    assert max(gaps) < 2 * MINUTE


def test_text_handed_over_and_no_answer__two_copies_at_most(db, sink):
    queue_mails(1)
    sink.fail("drop_text")
    worker = Delivery()
    for _ in range(4):
        worker.paused_until = 0.0
        OutboxMessage.objects.update(next_attempt_at=timezone.now())
        worker.run()
    assert OutboxMessage.objects.get().state == "unknown"


@pytest.mark.parametrize("bad", ["gone", "busy", "drop"])
def test_one_bad_address__delays_the_others_by_less_than_a_second(db, sink, bad):
    queue_mails(20)
    ordinary = seconds(Delivery().run)
    queue_mails(20)
    first = OutboxMessage.objects.open().order_by("pk").first()
    type(first.signature).objects.filter(pk=first.signature_id).update(email=f"{bad}@example.org")
    assert seconds(Delivery().run) < ordinary + 1.0
    assert len(sink.mails) == 20 + 19
    first.refresh_from_db()
    assert first.state == ("failed" if bad == "gone" else "queued")
    if bad != "gone":
        assert first.next_attempt_at > timezone.now() + timedelta(seconds=20)


def test_many_bad_addresses__each_fails_alone(db, sink):
    queue_mails(100)
    for n, row in enumerate(OutboxMessage.objects.select_related("signature")):
        if n % 2:
            type(row.signature).objects.filter(pk=row.signature_id).update(
                email=f"gone{n}@example.org"
            )
    work(Delivery(), time.monotonic() + 20)
    assert OutboxMessage.objects.filter(state="failed").count() == 50
    assert len(sink.mails) == 50
    assert len(sink.attempts) <= 4  # one line for each batch


def test_no_address_in_an_error(db, sink):
    queue_mails(1)
    row = OutboxMessage.objects.get()
    type(row.signature).objects.update(email="gone-canary@example.org")
    Delivery().run()
    row.refresh_from_db()
    assert (row.error, "canary" in row.error) == ("SMTPRecipientsRefused 550", False)
