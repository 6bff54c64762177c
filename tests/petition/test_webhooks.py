import base64
import hashlib
import hmac
import json
import logging
import time

import pytest

from campaign_blocks.petition.models import Consent, OutboxMessage, Suppression
from tests.petition.factories import make_petition, make_signature

ADDRESS = "ana@example.org"
POSTMARK = "/anymail/postmark/tracking/"
MAILGUN = "/anymail/mailgun/tracking/"


@pytest.fixture
def signature(db):
    return make_signature(make_petition(), email=ADDRESS, opt_in=True)


@pytest.fixture
def postmark(settings):
    settings.ANYMAIL_PROVIDER = "postmark"
    settings.ANYMAIL = {"WEBHOOK_SECRET": ["hook:secret"]}


@pytest.fixture
def mailgun(settings):
    settings.ANYMAIL_PROVIDER = "mailgun"
    settings.ANYMAIL = {"WEBHOOK_SECRET": ["hook:secret"], "MAILGUN_WEBHOOK_SIGNING_KEY": "key"}


def login(secret="hook:secret"):
    return {"Authorization": "Basic " + base64.b64encode(secret.encode()).decode()}


def post(client, path, event, headers=None):
    body = event if isinstance(event, bytes) else json.dumps(event)
    headers = login() if headers is None else headers
    return client.post(path, body, content_type="application/json", headers=headers)


def bounce(kind="HardBounce", address=ADDRESS):
    return {"RecordType": "Bounce", "Type": kind, "Email": address, "ID": 42}


def complaint():
    return {"RecordType": "SpamComplaint", "Type": "SpamComplaint", "Email": ADDRESS}


def mailgun_event(seconds_ago=0, key="key", **data):
    moment = str(int(time.time()) - seconds_ago)
    mac = hmac.new(key.encode(), f"{moment}token".encode(), hashlib.sha256).hexdigest()
    facts = {"event": "failed", "severity": "permanent", "reason": "bounce", "recipient": ADDRESS}
    return {
        "signature": {"timestamp": moment, "token": "token", "signature": mac},
        "event-data": {"timestamp": time.time(), **facts, **data},
    }


def reasons():
    return list(Suppression.objects.values_list("reason", flat=True))


def test_webhook__hard_bounce_stops_the_mailbox_and_what_is_queued(client, postmark, signature):
    assert post(client, POSTMARK, bounce()).status_code == 200
    assert reasons() == ["bounced"]
    row = OutboxMessage.objects.get()
    assert (row.state, row.error) == ("failed", "the mailbox does not exist")
    assert signature.campaign_mail  # she has not changed her mind


def test_webhook__complaint_withdraws_every_consent(client, postmark, signature):
    post(client, POSTMARK, complaint())
    assert reasons() == ["complained"]
    assert not signature.campaign_mail
    assert Consent.objects.filter(granted=False).count() == 1


@pytest.mark.parametrize("kind", ["SoftBounce", "Transient", "Unknown", "DnsError"])
def test_webhook__soft_bounce_changes_nothing(client, postmark, signature, kind):
    assert post(client, POSTMARK, bounce(kind)).status_code == 200
    assert reasons() == []
    assert OutboxMessage.objects.get().state == "queued"


def test_webhook__a_thousand_replays_change_nothing_more(client, postmark, signature):
    for _ in range(500):
        assert post(client, POSTMARK, bounce()).status_code == 200
        assert post(client, POSTMARK, complaint()).status_code == 200
    assert reasons() == ["complained"]
    assert Consent.objects.count() == 2


def test_webhook__graver_reason_stays(client, postmark, signature):
    Suppression.objects.create(fingerprint=signature.fingerprint, reason="erased")
    post(client, POSTMARK, bounce())
    assert reasons() == ["erased"]


def test_webhook__any_spelling_of_the_mailbox(client, postmark, signature):
    post(client, POSTMARK, bounce(address="ANA@Example.ORG"))
    assert reasons() == ["bounced"]


@pytest.mark.parametrize("address", ["stranger@example.org", "", None, "@", "a" * 10_000, "a@b@c"])
def test_webhook__addresses_that_nobody_signed_with(client, postmark, signature, address):
    assert post(client, POSTMARK, bounce(address=address)).status_code == 200
    assert reasons() == []


@pytest.mark.parametrize(
    "headers",
    [{}, login("hook:wrong"), login("wrong:secret"), login(""), {"Authorization": "Basic !"}],
)
def test_webhook__wrong_secret(client, postmark, signature, headers):
    answer = post(client, POSTMARK, bounce(), headers)
    assert (answer.status_code, reasons()) == (403, [])


def test_webhook__no_secret_configured_lets_nobody_in(client, settings, signature):
    settings.ANYMAIL_PROVIDER = ""
    settings.ANYMAIL = {}
    assert post(client, POSTMARK, bounce()).status_code == 404
    assert reasons() == []


def test_webhook__other_providers_have_no_door(client, postmark, signature):
    for name in ("mailgun", "sendgrid", "inbound", "..", "postmark2"):
        assert post(client, f"/anymail/{name}/tracking/", bounce()).status_code == 404


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_webhook__only_posts(db, client, postmark, method):
    assert getattr(client, method)(POSTMARK).status_code == 405


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"[1]", b'"x"', b"\xff", b'{"RecordType": []}'])
def test_webhook__malformed(client, postmark, signature, body):
    assert post(client, POSTMARK, body).status_code in (200, 400)
    assert reasons() == []


def test_mailgun__signed_and_fresh(client, mailgun, signature):
    assert post(client, MAILGUN, mailgun_event()).status_code == 200
    assert reasons() == ["bounced"]


@pytest.mark.parametrize(
    "event",
    [
        {"key": "other"},
        {"seconds_ago": 310},
        {"seconds_ago": -310},
        {"signature": {}},
        {"signature": "x"},
        {"signature": {"timestamp": "nan", "token": "t", "signature": "s"}},
    ],
)
def test_mailgun__forged_or_stale(client, mailgun, signature, event):
    how = {name: event[name] for name in ("key", "seconds_ago") if name in event}
    assert post(client, MAILGUN, {**mailgun_event(**how), **event}).status_code == 403
    assert reasons() == []


def test_mailgun__temporary_failure_changes_nothing(client, mailgun, signature):
    post(client, MAILGUN, mailgun_event(severity="temporary"))
    assert reasons() == []


def test_webhook__no_address_in_the_log(client, postmark, signature, caplog):
    caplog.set_level(logging.DEBUG)
    post(client, POSTMARK, bounce())
    post(client, POSTMARK, bounce(), login("x:y"))
    post(client, POSTMARK, f'{{"RecordType": ["{ADDRESS}"], "Email": "{ADDRESS}"}}'.encode())
    assert "Postmark reported a mailbox: bounced" in caplog.text
    assert "ana" not in caplog.text


@pytest.mark.parametrize(
    ("provider", "raw", "hard"),
    [
        ("Amazon SES", {"bounce": {"bounceType": "Permanent"}}, True),
        ("Amazon SES", {"bounce": {"bounceType": "Transient"}}, False),
        ("Brevo", {"event": "hard_bounce"}, True),
        ("Brevo", {"event": "soft_bounce"}, False),
        ("MailerSend", {"data": {"type": "hard_bounced"}}, True),
        ("MailerSend", {"data": {"type": "soft_bounced"}}, False),
        ("Mailjet", {"hard_bounce": True}, True),
        ("Mailjet", {"hard_bounce": False}, False),
        ("Mandrill", {"event": "hard_bounce"}, True),
        ("Mandrill", {"event": "soft_bounce"}, False),
        ("SparkPost", {"msys": {"message_event": {"bounce_class": "10"}}}, True),
        ("SparkPost", {"msys": {"message_event": {"bounce_class": "22"}}}, False),
    ],
)
def test_bounce__hard_and_soft_by_each_provider_s_own_words(provider, raw, hard):
    from anymail.signals import AnymailTrackingEvent, EventType, RejectReason

    from campaign_blocks.petition.services.bounces import meaning

    event = AnymailTrackingEvent(
        event_type=EventType.BOUNCED, reject_reason=RejectReason.BOUNCED, esp_event=raw
    )
    assert (meaning(event, provider) is not None) is hard
