"""Many presses and many workers at once, on the database that is under test."""

import re
import threading

import pytest
from django.core import mail
from django.test import Client

from campaign_blocks.kit.doors import Target
from campaign_blocks.petition.letters import finding
from campaign_blocks.petition.letters.deliver import LetterDelivery
from campaign_blocks.petition.models import (
    CountDelta,
    HandOver,
    Letter,
    LetterRecipient,
    LetterText,
)
from campaign_blocks.petition.services.judge import judge
from tests.petition.factories import make_signature
from tests.petition.letters import SENATORS, THIRD, letter_petition, link, make_letters
from tests.petition.test_races import together

pytestmark = pytest.mark.usefixtures("clean_letters")


@pytest.fixture
def clean_letters(real_transactions, monkeypatch):
    monkeypatch.setattr(finding, "target_finders", lambda: [find])
    yield
    for model in (Letter, HandOver, LetterRecipient, LetterText):
        model.objects.all().delete()


def find(*, postal_code: str, country: str) -> list[Target]:
    return [*SENATORS, THIRD]


def press(path, offer):
    return Client().post(path, {"letter": "send", "offer": offer}).status_code


def offer_on(path):
    page = Client().get(path).content.decode()
    return re.search(r'name="offer" value="([^"]+)"', page)[1]


@pytest.mark.parametrize("purpose", ["confirm", "letter"])
def test_link__fifty_presses_write_once(purpose):
    petition = letter_petition(confirm_by_mail=purpose == "confirm")
    path = link(make_signature(petition), purpose)
    offer = offer_on(path)
    codes = together(lambda _n: press(path, offer), range(50))
    assert (codes.count(302), set(codes)) == (1, {302, 404})
    assert Letter.objects.count() == 3
    assert CountDelta.objects.count() == 1


def test_links__many_signers_meet_at_new_lawmakers():
    petition = letter_petition(confirm_by_mail=True)
    paths = [link(make_signature(petition)) for _ in range(30)]
    offers = {path: offer_on(path) for path in paths}
    codes = together(lambda path: press(path, offers[path]), paths)
    assert set(codes) == {302}
    assert (Letter.objects.count(), LetterRecipient.objects.count()) == (90, 3)
    assert LetterText.objects.count() == 1


def test_workers__four_keep_the_pace_and_send_each_letter_once(mailoutbox):
    make_letters(letter_petition(letter_pace=60), *SENATORS, THIRD, signers=10)
    together(lambda _n: LetterDelivery().run(), range(8), workers=4)
    assert Letter.objects.filter(state="sent", attempts=1).count() == 3
    assert sorted(message.to[0] for message in mailoutbox) == [
        "Ada <ada@office.example>",
        "Bea <bea@office.example>",
        "Cy <cy@office.example>",
    ]


def test_workers__four_keep_the_pace_over_all_petitions(mailoutbox):
    for slug in ("one", "two", "three"):
        make_letters(letter_petition(slug=slug, letter_pace=60), *SENATORS, THIRD, signers=4)
    together(lambda _n: LetterDelivery().run(), range(8), workers=4)
    assert len(mailoutbox) == len({message.to[0] for message in mailoutbox}) == 3


def test_workers__keep_the_pace_while_petitions_write_for_the_first_time(mailoutbox):
    def work(n):
        if n % 3 == 0:
            make_letters(letter_petition(slug=f"number-{n}", letter_pace=60), *SENATORS)
        LetterDelivery().run()

    together(work, range(18), workers=4)
    assert len(mailoutbox) == len({message.to[0] for message in mailoutbox}) == 2


def test_workers__send_each_of_many_letters_once(mailoutbox):
    people = [*SENATORS, THIRD]
    make_letters(letter_petition(letter_pace=3600), *people, signers=12)
    stop = threading.Event()

    def work(n):
        while not stop.is_set():
            LetterRecipient.objects.update(next_letter_at="2020-01-01T00:00:00Z")
            if not LetterDelivery().run():
                stop.set()

    together(work, range(4), workers=4)
    LetterRecipient.objects.update(next_letter_at="2020-01-01T00:00:00Z")
    LetterDelivery().run()
    ids = [message.extra_headers["Message-ID"] for message in mail.outbox]
    assert len(ids) == len(set(ids))
    assert not Letter.objects.exclude(attempts__lte=1).exists()


def test_judge__and_a_letter_written_at_once_do_not_wait_for_each_other():
    petition = letter_petition()
    make_letters(petition, *SENATORS, signers=5)
    together(lambda n: judge() if n % 2 else LetterDelivery().run(), range(8), workers=4)
    assert not Letter.objects.filter(state="unknown").exists()
