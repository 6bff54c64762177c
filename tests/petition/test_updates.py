from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from campaign_blocks.petition import switches
from campaign_blocks.petition.models import Consent, MailToken, OutboxMessage, Suppression, Update
from campaign_blocks.petition.models.switch import Switch
from campaign_blocks.petition.services.audience import audience
from campaign_blocks.petition.services.confirm import confirm_signature
from campaign_blocks.petition.services.deliver import Delivery
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.unsubscribe import unsubscribe_mailbox
from campaign_blocks.petition.services.updates import (
    NotAllowed,
    fill_outbox,
    pause_update,
    queue_update,
    resume_update,
)
from tests.petition.factories import make_petition, make_signature


@pytest.fixture
def petition(db):
    return make_petition(title="Ban it")


def signers(petition, number, **values):
    made = [make_signature(petition, **{"opt_in": True, **values}) for _ in range(number)]
    judge()
    while Delivery().run():
        pass
    mail.outbox.clear()
    return made


def make_update(petition, **values):
    update = Update.objects.create(
        petition=petition, **{"subject": "News on {petition}", "text": "We won.", **values}
    )
    Update.objects.filter(pk=update.pk).update(tried=update.digest)
    return update


def start(petition, **values):
    update = make_update(petition, **values)
    return queue_update(update_id=update.pk, expected=0)


def seconds_pass(number):
    for row in Update.objects.all():
        Update.objects.filter(pk=row.pk).update(filled_at=row.filled_at - timedelta(seconds=number))


def run(rounds=30):
    for _ in range(rounds):
        seconds_pass(10)
        fill_outbox()
        while Delivery().run():
            pass


def got():
    return sorted(one.to[0] for one in mail.outbox)


def test_update__reaches_everybody_who_said_yes_once(petition):
    people = signers(petition, 7)
    signers(petition, 3, opt_in=False)
    update = start(petition, pace=12)
    run()
    assert got() == sorted(one.email for one in people)
    update.refresh_from_db()
    assert (update.state, mail.outbox[0].subject) == ("done", "News on Ban it")


def test_audience__latest_word_decides(petition):
    first, second = signers(petition, 2)
    consent = first.consents.get()
    Consent.objects.create(
        signature=first, purpose="campaign_mail", text=consent.text, granted=False,
        method="withdrawn", created_at=timezone.now(),
    )  # fmt: skip
    assert list(audience(petition)) == [second]


@pytest.mark.parametrize("state", ["pending", "suspect", "invalidated", "expired", "erased"])
def test_audience__counted_signatures_only(db, state):
    waits = make_petition(confirm_by_mail=True)
    signers(waits, 1)
    waits.signatures.update(state=state)
    assert not audience(waits).exists()


def test_audience__closed_mailboxes_and_other_petitions_are_out(petition):
    (one,) = signers(petition, 1)
    signers(make_petition(), 1)
    Suppression.objects.create(fingerprint=one.fingerprint, reason="bounced")
    assert not audience(petition).exists()


def test_update__consent_is_asked_again_at_the_moment_of_sending(petition):
    first, second = signers(petition, 2)
    start(petition)
    seconds_pass(10)
    fill_outbox()
    token, raw = MailToken.make(first.pk, "unsubscribe")
    token.save()
    unsubscribe_mailbox(raw_token=raw)
    Delivery().run()
    assert got() == [second.email]
    stopped = OutboxMessage.objects.get(kind="update", signature=first)
    assert (stopped.state, stopped.error) == ("failed", "unsubscribed")


def test_update__withdrawn_on_the_page_of_the_signature(petition):
    (one,) = signers(petition, 1)
    start(petition)
    seconds_pass(10)
    fill_outbox()
    consent = one.consents.get()
    Consent.objects.create(
        signature=one, purpose="campaign_mail", text=consent.text, granted=False,
        method="withdrawn", created_at=timezone.now(),
    )  # fmt: skip
    Delivery().run()
    assert got() == []


def test_update__pace_is_kept_and_an_idle_worker_catches_up_one_portion(petition):
    signers(petition, 30)
    with time_machine.travel(timezone.now(), tick=False):
        start(petition, pace=60)
        for passed, expected in ((2, 2), (2, 4), (3600, 14)):
            seconds_pass(passed)
            fill_outbox()
            while Delivery().run():
                pass
            assert len(mail.outbox) == expected


def test_update__slowest_pace_still_moves(petition):
    signers(petition, 2)
    start(petition, pace=1)
    for passed, expected in ((30, 0), (31, 1), (30, 1), (31, 2)):
        seconds_pass(passed)
        fill_outbox()
        Delivery().run()
        assert len(mail.outbox) == expected


def test_update__a_dead_mail_server_piles_nothing_up(petition):
    signers(petition, 30)
    start(petition, pace=60)
    for _ in range(10):
        seconds_pass(60)
        fill_outbox()
    assert OutboxMessage.objects.filter(kind="update").count() == 10


def test_update__pause_stops_what_is_queued_and_resume_sends_it(petition):
    signers(petition, 5)
    update = start(petition, pace=6000)
    seconds_pass(10)
    fill_outbox()
    pause_update(update_id=update.pk)
    Delivery().run()
    seconds_pass(10)
    fill_outbox()
    assert got() == []
    resume_update(update_id=update.pk)
    run(2)
    assert len(got()) == 5


def test_update__paused_while_a_worker_has_it_in_hand(petition):
    signers(petition, 1)
    update = start(petition)
    seconds_pass(10)
    fill_outbox()
    Update.objects.filter(pk=update.pk).update(state="paused")
    Delivery().run()
    row = OutboxMessage.objects.get(kind="update")
    assert (row.state, row.next_attempt_at, got()) == ("queued", None, [])


def test_update__resuming_wakes_no_mail_of_a_held_signature(petition):
    signers(petition, 1)
    update = start(petition)
    seconds_pass(10)
    fill_outbox()
    pause_update(update_id=update.pk)
    petition.signatures.update(state="suspect")
    resume_update(update_id=update.pk)
    assert OutboxMessage.objects.get(kind="update").next_attempt_at is None


def test_update__worker_that_dies_in_the_middle_neither_skips_nor_repeats(petition, monkeypatch):
    people = signers(petition, 6)
    start(petition, pace=18)

    def die(*args, **kwargs):
        raise SystemExit

    for _ in range(4):
        seconds_pass(10)
        with monkeypatch.context() as patch, pytest.raises(SystemExit):
            patch.setattr(OutboxMessage.objects, "bulk_create", die)
            fill_outbox()
        fill_outbox()
        Delivery().run()
        if len(mail.outbox) == len(people):
            break
    assert got() == sorted(one.email for one in people)


def test_update__two_workers_fill_once(petition):
    signers(petition, 5)
    start(petition, pace=6000)
    seconds_pass(10)
    fill_outbox()
    fill_outbox()
    assert OutboxMessage.objects.filter(kind="update").count() == 5


def test_update__waits_while_mail_is_paused(petition):
    signers(petition, 1)
    start(petition)
    seconds_pass(10)
    Switch.objects.create(name="mail", paused=True, reason="x", changed_at=timezone.now())
    switches.forget()
    fill_outbox()
    switches.forget()
    assert not OutboxMessage.objects.filter(kind="update").exists()


def test_update__not_queued_before_its_author_tried_these_words(petition):
    update = make_update(petition)
    Update.objects.filter(pk=update.pk).update(text="Other words")
    with pytest.raises(NotAllowed):
        queue_update(update_id=update.pk, expected=1)


def test_update__not_queued_twice(petition):
    update = start(petition)
    with pytest.raises(NotAllowed):
        queue_update(update_id=update.pk, expected=1)


def test_update__confirmations_go_first(petition):
    signers(petition, 3)
    start(petition, pace=6000)
    seconds_pass(10)
    fill_outbox()
    make_signature(make_petition(title="New", confirm_by_mail=True))
    judge()
    Delivery().run()
    assert mail.outbox[0].subject == "Please confirm your signature: New"


def test_update__who_comes_back_with_a_yes_and_a_press_is_written_to_again(db):
    first, second = make_petition(confirm_by_mail=True), make_petition(confirm_by_mail=True)
    make_signature(first, email="ana@example.org", opt_in=True)
    Suppression.objects.create(
        fingerprint=first.signatures.get().fingerprint, reason="unsubscribed"
    )
    signature = make_signature(second, email="ana@example.org", opt_in=True)
    token, raw = MailToken.make(signature.pk, "confirm")
    token.save()
    confirm_signature(raw_token=raw)
    assert list(audience(second)) == [signature]


@pytest.mark.parametrize("reason", ["bounced", "complained", "erased"])
def test_update__no_press_lifts_a_graver_reason(db, reason):
    petition = make_petition(confirm_by_mail=True)
    signature = make_signature(petition, opt_in=True)
    Suppression.objects.create(fingerprint=signature.fingerprint, reason=reason)
    token, raw = MailToken.make(signature.pk, "confirm")
    token.save()
    confirm_signature(raw_token=raw)
    assert Suppression.objects.exists()


def test_update__portion_costs_few_queries(petition, django_assert_max_num_queries):
    signers(petition, 30)
    start(petition, pace=6000)
    seconds_pass(10)
    with django_assert_max_num_queries(9):
        fill_outbox()
    assert OutboxMessage.objects.filter(kind="update").count() == 30
