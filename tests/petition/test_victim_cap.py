"""One mailbox gets three mails a day and six a month until its owner has answered."""

from collections import Counter
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from campaign_blocks.petition.models import MailToken, OutboxMessage, Signature
from campaign_blocks.petition.services.confirm import confirm_signature
from campaign_blocks.petition.services.deliver import Delivery
from campaign_blocks.petition.services.judge import judge
from tests.petition.factories import make_petition, sign

VICTIM = "victim@example.org"


@pytest.fixture
def petitions(db):
    return [make_petition(confirm_by_mail=n % 2 == 0) for n in range(8)]


def attack(petitions, address=VICTIM):
    for petition in petitions:
        sign(petition, name="Ana", email=address, postal_code="94110")
    judge()
    drain()


def drain():
    worker = Delivery()
    while worker.run():
        pass


def days_later(days):
    """Everything that was sent lies that much further back."""
    for row in OutboxMessage.objects.filter(state="sent"):
        OutboxMessage.objects.filter(pk=row.pk).update(
            sent_at=row.sent_at - timedelta(days=days, minutes=1)
        )


def test_cap__three_a_day_over_all_petitions_and_kinds(petitions):
    attack(petitions)
    attack(petitions[:4])
    assert len(mail.outbox) == 3
    refused = OutboxMessage.objects.filter(state="failed")
    assert set(refused.values_list("error", flat=True)) == {"enough mail to this mailbox"}


def test_cap__six_a_month(petitions):
    for start in (0, 3, 6):
        attack(petitions[start : start + 3])
        days_later(2)
    assert len(mail.outbox) == 6
    days_later(30)
    attack([make_petition()])
    assert len(mail.outbox) == 7


def test_cap__many_spellings_are_one_mailbox(petitions):
    for petition, address in zip(
        petitions,
        ["v.ic@gmail.com", "vic@googlemail.com", "VIC+1@gmail.com", "v.i.c@gmail.com"],
        strict=False,
    ):
        attack([petition], address)
    assert len(mail.outbox) == 3


def test_cap__many_addresses_and_petitions(petitions):
    for n in range(25):
        attack(petitions[:5], f"victim{n}@example.org")
    assert set(Counter(one.to[0] for one in mail.outbox).values()) == {3}


def test_cap__who_answered_gets_every_mail(petitions):
    attack(petitions[:1])
    token, raw = MailToken.make(Signature.objects.get().pk, "confirm")
    token.save()
    confirm_signature(raw_token=raw)
    attack(petitions)
    assert len(mail.outbox) == len(petitions) + 1  # and the thanks


def test_cap__what_another_worker_has_in_hand_counts(petitions):
    attack(petitions[:2])
    sign(petitions[2], name="Ana", email=VICTIM, postal_code="94110")
    judge()
    OutboxMessage.objects.filter(state="queued").update(
        state="sending", next_attempt_at=timezone.now() + timedelta(minutes=5)
    )
    attack(petitions[3:4])
    assert len(mail.outbox) == 2
