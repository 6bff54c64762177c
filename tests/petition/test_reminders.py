from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from campaign_blocks.petition.models import OutboxMessage, Petition, Signature
from campaign_blocks.petition.services.deliver import Delivery
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.remind import remind
from tests.petition.factories import make_petition, make_signature


@pytest.fixture
def waiting(db):
    """Signed 49 hours ago; the confirmation mail went out."""
    signature = make_signature(make_petition(title="Ban it", confirm_by_mail=True))
    judge()
    Delivery().run()
    signed_hours_ago(49)
    return signature


def signed_hours_ago(hours):
    Signature.objects.update(created_at=timezone.now() - timedelta(hours=hours))


def reminders():
    return OutboxMessage.objects.filter(kind="reminder").count()


def test_reminder__once_after_two_days(waiting):
    assert remind() == 1
    assert remind() == 0
    Delivery().run()
    assert mail.outbox[-1].subject == "Your signature still waits: Ban it"
    assert "/confirm/" in mail.outbox[-1].body
    assert remind() == 0


@pytest.mark.parametrize(("hours", "number"), [(47, 0), (49, 1), (119, 1), (121, 0)])
def test_reminder__its_time(waiting, hours, number):
    signed_hours_ago(hours)
    remind()
    assert reminders() == number


@pytest.mark.parametrize("state", ["confirmed", "expired", "suspect", "invalidated", "erased"])
def test_reminder__only_to_those_who_still_wait(waiting, state):
    Signature.objects.update(state=state)
    assert remind() == 0


@pytest.mark.parametrize(
    "change",
    [
        {"remind": False},
        {"closes_at": timezone.now() - timedelta(minutes=1)},
        {"won_at": timezone.now() - timedelta(minutes=1), "victory_text": "Won"},
    ],
)
def test_reminder__not_where_the_petition_does_not_remind(waiting, change):
    Petition.objects.update(**change)
    assert remind() == 0


def test_reminder__not_before_judgement(waiting):
    Signature.objects.update(judged_at=None)
    assert remind() == 0


@pytest.mark.parametrize("state", ["queued", "failed", "unknown"])
def test_reminder__not_where_the_first_mail_did_not_go(waiting, state):
    OutboxMessage.objects.update(state=state)
    assert remind() == 0


def test_reminder__confirmed_between_queue_and_worker_gets_none(waiting):
    remind()
    Signature.objects.update(state="confirmed")
    sent = len(mail.outbox)
    Delivery().run()
    assert len(mail.outbox) == sent


def test_reminder__few_queries_however_many_wait(waiting, django_assert_max_num_queries):
    for _ in range(20):
        make_signature(waiting.petition)
    judge()
    Delivery().run()
    signed_hours_ago(49)
    with django_assert_max_num_queries(5):
        assert remind() == 21
