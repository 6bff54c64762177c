"""A signature that was removed and given again brings no lawmaker a second letter."""

import pytest
from django.utils import timezone

from campaign_blocks.petition.identity.fingerprints import fingerprint, letter_digest
from campaign_blocks.petition.letters.queue import LetterWish, queue_letters
from campaign_blocks.petition.letters.traces import digest_of
from campaign_blocks.petition.models import (
    Letter,
    LetterRecipient,
    LetterText,
    LetterTrace,
    Signature,
)
from campaign_blocks.petition.services.erase import erase_person
from campaign_blocks.petition.services.my_signature import key_of, remove_mine
from tests.petition.factories import make_signature
from tests.petition.letters import (
    SENATORS,
    THIRD,
    finder,  # noqa: F401  a fixture
    letter_petition,
    link,
    make_letters,
)
from tests.petition.test_letters_confirm import press, written

pytestmark = pytest.mark.django_db
ANA = "ana@example.org"
GONE = ["sent", "handed_over", "sending", "unknown"]


@pytest.fixture
def petition():
    return letter_petition(confirm_by_mail=True)


def remove(signature):
    key = key_of(link(signature, "manage").split("/")[2])
    assert remove_mine(key=key, signature_id=signature.pk)


def erase(signature):
    """Held by staff since it wrote: of those no row stays."""
    Signature.objects.filter(pk=signature.pk).update(state="suspect")
    erase_person(email=signature.email)


def write(petition, *targets, state="sent", **facts):
    """Somebody whose letters have come as far as `state`."""
    letters = make_letters(petition, *targets, **{"email": ANA, **facts})
    Letter.objects.update(state=state, sent_at=timezone.now())
    return letters[0].signature


@pytest.mark.parametrize("leave", [remove, erase])
@pytest.mark.parametrize("state", GONE)
@pytest.mark.usefixtures("finder")
def test_letter__of_who_left_and_signed_again_goes_to_new_ones_only(petition, client, leave, state):
    leave(write(petition, *SENATORS, state=state))
    again = make_signature(petition, email="ANA+again@example.org")
    press(client, link(again))
    assert Signature.objects.get().state == "confirmed"
    assert written() == ["Cy"]


@pytest.mark.usefixtures("finder")
def test_letter__when_all_have_gone_the_link_is_spent(client):
    petition = letter_petition()
    remove(write(petition, *SENATORS, THIRD))
    again = make_signature(petition, email=ANA)
    answer = press(client, link(again, "letter"), message="My own words")
    assert answer.status_code == 404
    assert "petition/link_spent.html" in [one.name for one in answer.templates]
    assert not LetterText.objects.filter(own_words=True).exists()


@pytest.mark.parametrize("state", ["queued", "held", "failed"])
def test_letter__that_never_left_may_be_written_again(petition, state):
    remove(write(petition, state=state))
    assert not LetterTrace.objects.exists()
    again = make_signature(petition, email=ANA)
    assert queue_letters(signature=again, wish=LetterWish(targets=SENATORS)) == 2


def test_trace__binds_nobody_else_and_no_other_petition(petition):
    remove(write(petition, *SENATORS))
    wish = LetterWish(targets=SENATORS)
    other = make_signature(petition, email="bo@example.org")
    elsewhere = make_signature(letter_petition(slug="another"), email=ANA)
    assert queue_letters(signature=other, wish=wish) == 2
    assert queue_letters(signature=elsewhere, wish=wish) == 2


def test_trace__of_one_who_shares_a_mailbox_binds_not_the_others():
    petition = letter_petition(household_mailbox=True)
    remove(write(petition, name="Ana Ruiz"))
    wish = LetterWish(targets=SENATORS[:1])
    bo = make_signature(petition, email=ANA, name="Bo Ruiz")
    ana = make_signature(petition, email=ANA, name="ANA  Ruiz")
    assert queue_letters(signature=bo, wish=wish) == 1
    assert queue_letters(signature=ana, wish=wish) == 0


def test_trace__means_nothing_without_the_key(settings):
    facts = {"petition_id": 1, "mailbox": fingerprint(ANA), "person": b"", "target": "t"}
    with_one_key = letter_digest(**facts)
    settings.FINGERPRINT_KEY = "another"
    assert letter_digest(**facts) != with_one_key


def test_trace__holds_a_digest_and_nothing_else(petition):
    signature = write(petition)
    digest = digest_of(signature, SENATORS[0].id)
    remove(signature)
    (row,) = LetterTrace.objects.values()
    assert set(row) == {"id", "petition_id", "digest"}
    assert bytes(row["digest"]) == digest
    assert bytes(signature.fingerprint) not in digest


def test_traces__are_looked_for_once_for_all_lawmakers(petition, django_assert_num_queries):
    remove(write(petition, *SENATORS, THIRD))
    again = make_signature(petition, email=ANA)
    recipients = LetterRecipient.objects.count()
    with django_assert_num_queries(4):  # recipients twice, letters, traces
        assert queue_letters(signature=again, wish=LetterWish(targets=[*SENATORS, THIRD])) == 0
    assert recipients == 3
