"""Thanks go to an address that anybody may have typed: stops and cap of the petitions hold."""

import pytest
from django.utils import timezone
from wagtail import hooks

from campaign_blocks.kit.doors import MailGuard, may_write_to
from campaign_blocks.map.models import Report
from campaign_blocks.map.reports.thanking import send_thanks
from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models import OutboxMessage, RateTally, Signature, Suppression
from campaign_blocks.petition.services import tallies
from campaign_blocks.petition.services.deliver import Delivery
from campaign_blocks.petition.services.judge import judge
from tests.map.factories import make_map, make_place
from tests.petition.factories import make_petition, make_signature, sign

pytestmark = pytest.mark.django_db

ANA = "ana@example.org"


@pytest.fixture
def faces():
    return make_map()


def make_due(faces, email=ANA):
    words = {"what": "Cameras", "source_url": "https://example.org/news", "state": "accepted"}
    return Report.objects.create(map=faces, place=make_place(faces), email=email, **words)


def sign_and_deliver(petition):
    sign(petition, name="Ana", email=ANA, postal_code="94110")
    judge()
    while Delivery().run():
        pass


@pytest.mark.parametrize("reason", ["unsubscribed", "bounced", "complained", "erased"])
def test_thanks__stopped_mailbox_gets_none_and_nothing_is_retried(faces, mailoutbox, reason):
    Suppression.objects.create(fingerprint=fingerprint(ANA), reason=reason)
    report = make_due(faces, "ANA+map@Example.org")
    assert send_thanks() == 1 and send_thanks() == 0
    report.refresh_from_db()
    assert (report.email, report.thanked_at, mailoutbox) == ("", None, [])


def test_thanks__mailbox_that_had_three_mails_gets_none(faces, mailoutbox):
    for _ in range(3):
        sign_and_deliver(make_petition(confirm_by_mail=True))
    make_due(faces)
    assert send_thanks() == 1
    assert len(mailoutbox) == 3 and not Report.objects.exclude(email="").exists()


def test_thanks__are_counted_by_the_cap_themselves(faces, mailoutbox):
    for _ in range(5):
        make_due(faces)
    make_due(faces, "bo@example.org")
    assert send_thanks() == 6
    assert [mail.to[0] for mail in mailoutbox] == [ANA, ANA, ANA, "bo@example.org"]


def test_thanks__leave_less_room_for_mails_of_petitions(faces, mailoutbox):
    for _ in range(2):
        make_due(faces)
    send_thanks()
    for _ in range(3):
        sign_and_deliver(make_petition(confirm_by_mail=True))
    assert len(mailoutbox) == 3
    assert OutboxMessage.objects.filter(error="enough mail to this mailbox").count() == 2


def test_thanks__who_answered_a_mail_gets_every_one(faces, mailoutbox):
    row = make_signature(make_petition(), email=ANA)
    Signature.objects.filter(pk=row.pk).update(confirmed_at=timezone.now())
    for _ in range(5):
        make_due(faces)
    send_thanks()
    assert len(mailoutbox) == 5


def test_thanks__are_counted_without_the_address_and_not_for_ever(faces):
    make_due(faces)
    send_thanks()
    row = RateTally.objects.get()
    assert bytes(row.key) not in fingerprint(ANA)
    in_a_month = timezone.now().timestamp() + 31 * 24 * 3600
    assert (tallies.purge(timezone.now().timestamp()), tallies.purge(in_a_month)) == (0, 1)


def test_may_write_to__every_guard_has_a_say():
    assert may_write_to(ANA)
    strict = MailGuard(may_go=lambda address: False, went=lambda address: None)
    with hooks.register_temporarily("register_mail_guard", lambda: strict):
        assert not may_write_to(ANA)


def test_may_write_to__everybody_while_nobody_guards(monkeypatch):
    monkeypatch.setattr(hooks, "get_hooks", lambda name: [])
    Suppression.objects.create(fingerprint=fingerprint(ANA), reason="erased")
    assert may_write_to(ANA)
