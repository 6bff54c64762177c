"""The thank-you mail brings the way to the letter to those who have sent none."""

import re

import pytest
from django.core import mail

from campaign_blocks.petition.letters.queue import LetterWish, queue_letters
from campaign_blocks.petition.models import Letter
from campaign_blocks.petition.services.confirm import confirm_signature
from campaign_blocks.petition.services.deliver import Delivery
from campaign_blocks.petition.services.judge import judge
from tests.petition.factories import make_signature
from tests.petition.letters import (
    SENATORS,
    finder,  # noqa: F401  a fixture
    letter_petition,
    link,
)


def thanked(**petition):
    signature = make_signature(letter_petition(**petition))
    judge()
    return signature


def link_in_mail():
    Delivery().run()
    found = re.search(r"/letter/[\w-]+/", mail.outbox[-1].body)
    return found and found[0]


def confirmed(**wish):
    signature = thanked(confirm_by_mail=True)
    confirm_signature(
        raw_token=link(signature).split("/")[2], letter=LetterWish(**wish) if wish else None
    )
    return signature


@pytest.mark.usefixtures("finder")
def test_thanks__leads_to_the_letter_where_signatures_count_at_once(client, db):
    thanked()
    assert "One click and your letter goes" in client.get(link_in_mail()).content.decode()


@pytest.mark.usefixtures("finder")
def test_thanks__brings_the_letter_to_who_confirmed_without_it(client, db):
    confirmed()
    assert client.get(link_in_mail()).status_code == 200


def test_thanks__asks_nobody_who_has_sent_hers(db):
    confirmed(targets=SENATORS)
    assert link_in_mail() is None
    assert Letter.objects.count() == 2


def test_thanks__of_a_petition_without_letter_has_no_link(db):
    thanked(letter_body="")
    assert link_in_mail() is None


def test_letter__stands_with_what_is_stored_about_a_person(db):
    from campaign_blocks.kit.personal_data import Person
    from campaign_blocks.petition.letters import personal

    signature = thanked()
    queue_letters(signature=signature, wish=LetterWish(targets=SENATORS, own_words="My words"))
    person = Person(signature_ids=[signature.pk])
    rows = personal.rows(person)
    assert [row["to"] for row in rows] == ["Sen. Ada", "Sen. Bea"]
    assert rows[0]["text"] == "My words"
    assert personal.erase(person) == 2
    assert personal.erase(person) == 0


@pytest.mark.parametrize("words", ["My own words", ""])
def test_erase_person__takes_her_letters_and_her_words(db, words):
    from campaign_blocks.petition.models import LetterText
    from campaign_blocks.petition.services.erase import erase_person

    signature = thanked()
    other = make_signature(signature.petition)
    for one in (signature, other):
        own = words if one == signature else ""
        queue_letters(signature=one, wish=LetterWish(targets=SENATORS, own_words=own))
    erase_person(email=signature.email)
    assert Letter.objects.count() == 2
    assert not LetterText.objects.filter(own_words=True).exists()
    assert LetterText.objects.count() == 1
