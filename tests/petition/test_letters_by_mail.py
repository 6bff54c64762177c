"""Letters over a real connection to a mail server that does as the test says."""

import email
import email.policy
from datetime import timedelta

import pytest
from django.utils import timezone

from campaign_blocks.petition.letters.channels.email import build
from campaign_blocks.petition.letters.deliver import LetterDelivery
from campaign_blocks.petition.letters.outgoing import outgoing
from campaign_blocks.petition.models import Letter, LetterRecipient, Signature
from tests.faults.sinks import mail_sink
from tests.hostile.lists import entries
from tests.petition.letters import SENATORS, letter_petition, make_letters, target

HOSTILE = [text for text in entries("messages_refused.txt") if len(text) < 20_000]
HEADERS = {"from", "to", "reply-to", "subject", "date", "message-id", "mime-version"}
HEADERS |= {"content-type", "content-transfer-encoding"}


@pytest.fixture
def sink(settings):
    with mail_sink() as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        settings.EMAIL_TIMEOUT = 2
        settings.DEFAULT_FROM_EMAIL = "Campaign <hello@campaign.example>"
        settings.BASE_URL = "https://campaign.example"
        yield running


@pytest.fixture
def letter(db):
    facts = {"name": "Ana Ruiz", "email": "ana@example.org", "postal_code": "97214"}
    return make_letters(letter_petition(letter_pace=3600), SENATORS[0], **facts)[0]


def deliver(sink, **said):
    """Runs the worker once against a server that says these things at these steps."""
    sink.behave = lambda step: said.get(step)
    LetterDelivery().run()
    return Letter.objects.get()


def storable(words):
    """PostgreSQL itself refuses NUL."""
    return words.encode("utf-8", "replace").decode().replace("\0", "\x01")


def received(sink):
    return email.message_from_bytes(sink.texts[0], policy=email.policy.default)


def test_letter__arrives_as_plain_text_from_us_for_her(sink, letter):
    assert deliver(sink).state == "sent"
    message = received(sink)
    assert message["From"] == "Campaign <hello@campaign.example>"
    assert message["Reply-To"] == "Ana Ruiz <ana@example.org>"
    assert message["To"] == "Ada <ada@office.example>"
    assert message["Subject"] == "Ban it now"
    assert message.get_content_type() == "text/plain"
    for words in ("Dear Senator,", "Ana Ruiz", "97214"):
        assert words in message.get_content()
    assert {name.lower() for name in message} == HEADERS


def test_letter__message_id_is_the_letter_s_own(sink, letter, settings):
    first = build(outgoing(letter)).extra_headers["Message-ID"]
    assert build(outgoing(Letter.objects.get())).extra_headers["Message-ID"] == first
    deliver(sink)
    assert list(sink.accepted) == [first]
    assert "ana" not in first


@pytest.mark.parametrize(
    ("step", "said", "state"),
    [
        ("greeting", "421 later", "queued"),
        ("greeting", "drop", "queued"),
        ("helo", "drop", "queued"),
        ("mail", "451 later", "queued"),
        ("mail", "drop", "queued"),
        ("rcpt", "450 later", "queued"),
        ("rcpt", "550 unknown", "failed"),
        ("rcpt", "drop", "queued"),
        ("data", "451 later", "queued"),
        ("data", "554 no", "failed"),
        ("text", "452 full", "queued"),
        ("text", "552 too big", "failed"),
        ("text", "drop", "unknown"),
        ("done", "drop", "unknown"),
    ],
)
def test_server__what_each_answer_means(sink, letter, step, said, state):
    found = deliver(sink, **{step: said})
    assert found.state == state
    assert found.error
    assert "ana" not in found.error


def test_server__away_is_no_letter_s_fault(sink, letter):
    sink.end()
    assert deliver(sink).state == "queued"


def test_server__that_hangs_costs_a_timeout(sink, letter):
    found = deliver(sink, done="hang")
    assert (found.state, sum(sink.accepted.values())) == ("unknown", 1)


def test_server__one_bad_address_delays_nobody(sink, db):
    bad = target("Bad", email="bad@office.example")
    make_letters(letter_petition(), bad, *SENATORS)
    Letter.objects.filter(recipient__name="Bad").update(
        next_attempt_at=timezone.now() - timedelta(hours=1)
    )
    answers = iter(["550 no", None, None])
    sink.behave = lambda step: next(answers) if step == "rcpt" else None
    begun = timezone.now()
    assert LetterDelivery().run() == 3
    assert timezone.now() - begun < timedelta(seconds=3)
    assert sorted(Letter.objects.values_list("state", flat=True)) == ["failed", "sent", "sent"]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words__reach_no_header_and_no_second_mail(sink, letter, words):
    """As if the form had let them through."""
    type(letter.text).objects.update(body=storable(words))
    deliver(sink)
    assert len(sink.texts) <= 1
    for text in sink.texts:
        message = email.message_from_bytes(text, policy=email.policy.default)
        assert {name.lower() for name in message} == HEADERS
        assert message["To"] == "Ada <ada@office.example>"
        assert not message.is_multipart()


@pytest.mark.parametrize(
    "name",
    [
        "Ana\r\nBcc: evil@evil.example",
        "Ana\nX: y",
        "Ana\x00",
        "Ana <evil@evil.example>,",
        "Ana\u2028B",
    ],
)
def test_hostile_name__reaches_no_header(sink, letter, name):
    Signature.objects.update(name=storable(name))
    assert deliver(sink).state == "sent"
    message = received(sink)
    assert {header.lower() for header in message} == HEADERS
    assert [one.addr_spec for one in message["Reply-To"].addresses] == ["ana@example.org"]


@pytest.mark.parametrize("address", ["a@b\r\nBcc: x@evil.example", "", "no address", "a@b, c@d"])
def test_hostile_office_address__is_refused_and_sends_nothing(sink, letter, address):
    LetterRecipient.objects.update(email=address)
    assert deliver(sink).state == "failed"
    assert not sink.texts
