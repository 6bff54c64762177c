"""Each letter at most once, at its recipient's pace; what may have arrived waits for people."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.db.models import F
from django.utils import timezone

from campaign_blocks.petition import switches
from campaign_blocks.petition.letters import deliver
from campaign_blocks.petition.letters.channels import InDoubt, Refused, Unreachable
from campaign_blocks.petition.letters.deliver import LetterDelivery, claim, mark
from campaign_blocks.petition.letters.queue import LetterWish, queue_letters
from campaign_blocks.petition.models import Letter, LetterRecipient, Petition, Signature
from campaign_blocks.petition.services.switching import switch
from tests.petition.factories import make_signature
from tests.petition.letters import SENATORS, THIRD, letter_petition, make_letters

WAYS = ["cwc", "email"]


@pytest.fixture
def petition(db):
    return letter_petition(letter_pace=3600)


@pytest.fixture
def letter(petition):
    return make_letters(petition, SENATORS[0])[0]


def fails_with(monkeypatch, error):
    class Failing:
        def send(self, letter):
            raise error

    monkeypatch.setattr(deliver, "channel", lambda name: Failing())


def stored():
    return Letter.objects.get()


def let_pass():
    """As if every pace, wait and lease were over."""
    LetterRecipient.objects.update(next_letter_at=timezone.now() - timedelta(seconds=1))
    Letter.objects.exclude(next_attempt_at=None).update(
        next_attempt_at=timezone.now() - timedelta(seconds=1)
    )


def test_letter__is_sent_once(letter):
    worker = LetterDelivery()
    assert worker.run() == 1
    assert (stored().state, stored().attempts) == ("sent", 1)
    let_pass()
    assert worker.run() == 0
    assert len(mail.outbox) == 1


def test_letter__second_wish_makes_no_second_letter(letter):
    wish = LetterWish(targets=[SENATORS[0], THIRD], own_words="Other words")
    for _ in range(3):
        queue_letters(signature=letter.signature, wish=wish)
    assert Letter.objects.count() == 2


def test_letter__enqueued_a_thousand_times_is_one_row(letter):
    rows = [
        Letter(
            signature_id=letter.signature_id,
            recipient_id=letter.recipient_id,
            text_id=letter.text_id,
            channel="email",
            created_at=timezone.now(),
        )
        for _ in range(1000)
    ]
    Letter.objects.bulk_create(rows, ignore_conflicts=True)
    assert Letter.objects.count() == 1


@pytest.mark.parametrize("state", ["suspect", "invalidated", "erased"])
def test_letter__waits_while_the_signature_does_not_count(letter, state):
    Signature.objects.update(state=state)
    assert LetterDelivery().run() == 0
    assert stored().state == "queued"


def test_letter__waits_for_the_judgement(petition):
    signature = make_signature(petition)
    queue_letters(signature=signature, wish=LetterWish(targets=SENATORS))
    assert LetterDelivery().run() == 0


def test_pace__one_lawmaker_gets_no_more_than_it_allows(db):
    petition = letter_petition(letter_pace=60)
    make_letters(petition, SENATORS[0], signers=5)
    worker = LetterDelivery()
    assert worker.run() == 1
    assert worker.run() == 0
    wait = LetterRecipient.objects.get().next_letter_at - timezone.now()
    assert timedelta(seconds=58) < wait <= timedelta(seconds=60)
    let_pass()
    assert worker.run() == 1


def test_pace__of_one_lawmaker_delays_no_other(db):
    petition = letter_petition(letter_pace=1)
    make_letters(petition, *SENATORS, signers=3)
    assert LetterDelivery().run() == 2


def test_pace__of_one_lawmaker_is_kept_over_all_petitions(db):
    for slug in ("one", "two"):
        make_letters(letter_petition(slug=slug, letter_pace=60), *SENATORS, signers=2)
    worker, gone = LetterDelivery(), Letter.objects.filter(state="sent")
    worker.run()
    assert sorted(gone.values_list("recipient__name", flat=True)) == ["Ada", "Bea"]
    let_pass()
    worker.run()
    assert gone.filter(recipient__target=SENATORS[0].id).count() == 2


def test_pace__petitions_that_write_to_one_lawmaker_take_turns(db):
    for slug in ("one", "two"):
        make_letters(letter_petition(slug=slug, letter_pace=3600), SENATORS[0], signers=2)
    senders = []
    for _ in range(4):
        senders.append(claim(WAYS).signature.petition.slug)
        LetterRecipient.objects.update(next_letter_at=F("next_letter_at") - timedelta(hours=1))
    assert senders == ["one", "two"] * 2


@pytest.mark.parametrize(("first", "then"), [(1, 60), (60, 1)])
def test_pace__the_pause_is_that_of_the_petition_whose_letter_went(db, first, then):
    make_letters(letter_petition(slug="first", letter_pace=first), SENATORS[0])
    assert claim(WAYS)
    make_letters(letter_petition(slug="then", letter_pace=then), SENATORS[0])
    for passed, is_free in ((3600 / first - 5, False), (10, True)):
        earlier = F("next_letter_at") - timedelta(seconds=passed)
        LetterRecipient.objects.update(next_letter_at=earlier)
        assert bool(claim(WAYS)) == is_free


def test_pace__holds_for_a_petition_that_writes_to_her_for_the_first_time(db):
    make_letters(letter_petition(letter_pace=1), SENATORS[0])
    assert LetterDelivery().run() == 1
    make_letters(letter_petition(slug="new"), SENATORS[0])
    assert LetterDelivery().run() == 0


def test_pause__of_the_petition_holds_from_the_next_letter_on(petition):
    make_letters(petition, *SENATORS, THIRD)
    Petition.objects.update(letters_paused=True)
    assert LetterDelivery().run() == 0
    Petition.objects.update(letters_paused=False)
    assert LetterDelivery().run() == 3


def test_pause__of_all_letters_holds_within_ten_seconds(letter):
    assert switches.SECONDS <= 10
    switch(name="delivery", paused=True, reason="A test")
    switches.forget()
    assert LetterDelivery().run() == 0
    switch(name="delivery", paused=False)
    switches.forget()
    assert LetterDelivery().run() == 1


def test_refused_for_good__is_failed_with_the_reason(letter, monkeypatch):
    fails_with(monkeypatch, Refused("SMTP 550", for_good=True))
    LetterDelivery().run()
    assert (stored().state, stored().error) == ("failed", "SMTP 550")


def test_refused_for_now__is_tried_later_and_later(letter, monkeypatch):
    fails_with(monkeypatch, Refused("SMTP 451", for_good=False))
    waits = []
    for _ in range(4):
        LetterDelivery().run()
        assert stored().state == "queued"
        waits.append(stored().next_attempt_at - timezone.now())
        let_pass()
    assert waits == sorted(waits)
    assert waits[0] > timedelta(minutes=1)
    assert waits[3] > timedelta(minutes=10)


def test_refused_for_now__ends_after_three_days(letter, monkeypatch):
    fails_with(monkeypatch, Refused("SMTP 451", for_good=False))
    LetterDelivery().run()
    Letter.objects.update(first_attempt_at=timezone.now() - timedelta(hours=73))
    let_pass()
    LetterDelivery().run()
    assert stored().state == "failed"


def test_refused_for_now__days_in_the_queue_are_no_attempt(letter, monkeypatch):
    Letter.objects.update(created_at=timezone.now() - timedelta(days=9))
    fails_with(monkeypatch, Refused("SMTP 451", for_good=False))
    LetterDelivery().run()
    assert stored().state == "queued"


@pytest.mark.parametrize("error", [InDoubt("timeout"), RuntimeError("fault of ours")])
def test_in_doubt__is_never_sent_again_by_itself(letter, monkeypatch, error):
    fails_with(monkeypatch, error)
    LetterDelivery().run()
    assert stored().state == "unknown"
    let_pass()
    assert LetterDelivery().run() == 0


def test_unreachable__rests_a_minute_and_loses_nothing(petition, monkeypatch):
    make_letters(petition, *SENATORS)
    fails_with(monkeypatch, Unreachable("refused"))
    worker = LetterDelivery()
    assert worker.run() == 1
    let_pass()
    assert worker.run() == 0
    assert set(Letter.objects.values_list("state", flat=True)) == {"queued"}


def test_unreachable__one_way_delays_no_other(petition, monkeypatch):
    make_letters(petition, *SENATORS)
    first = Letter.objects.order_by("pk")[0]
    Letter.objects.filter(pk=first.pk).update(channel="cwc")
    worker = LetterDelivery()
    worker.resting["cwc"] = float("inf")
    assert worker.run() == 1
    assert mail.outbox[0].to != first.recipient.email
    assert Letter.objects.filter(state="queued").get() == first


def test_lease__that_ran_out_is_in_doubt_within_a_minute(letter):
    assert claim(WAYS) == letter
    assert timedelta(seconds=60) >= deliver.LEASE
    LetterDelivery().run()
    assert stored().state == "sending"
    let_pass()
    LetterDelivery().run()
    assert (stored().state, len(mail.outbox)) == ("unknown", 0)


def test_late_worker__may_say_that_it_arrived(letter):
    mine = claim(WAYS)
    Letter.objects.update(state="unknown")
    mark(mine, "sent", sent_at=timezone.now())
    assert stored().state == "sent"


@pytest.mark.parametrize("state", ["failed", "queued", "unknown"])
def test_late_worker__may_not_take_anything_back(letter, state):
    mine = claim(WAYS)
    Letter.objects.update(state="sent", sent_at=timezone.now())
    mark(mine, state)
    assert stored().state == "sent"


def test_late_worker__of_an_earlier_attempt_marks_nothing(letter):
    mine = claim(WAYS)
    Letter.objects.update(attempts=2)
    mark(mine, "sent", sent_at=timezone.now())
    assert stored().state == "sending"


def test_mail_server__refusal_by_code(letter, monkeypatch):
    class Server:
        def open(self): ...
        def close(self): ...
        def send_messages(self, messages):
            raise smtplib.SMTPRecipientsRefused({"ada@office.example": (550, b"ada unknown")})

    monkeypatch.setattr("campaign_blocks.petition.services.outlet.get_connection", lambda: Server())
    LetterDelivery().run()
    assert stored().state == "failed"
    assert "550" in stored().error
    assert "ada" not in stored().error


def test_claim__costs_few_queries(petition, django_assert_max_num_queries):
    make_letters(petition, *SENATORS, signers=20)
    with django_assert_max_num_queries(12):
        assert claim(WAYS)
