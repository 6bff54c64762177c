"""Steps between states: what the service allows, and what the database refuses to anybody."""

from itertools import product

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import DatabaseError

from campaign_blocks.petition.models import Consent, ConsentText, CountDelta, OutboxMessage
from campaign_blocks.petition.models.choices import COUNTED, SignatureState
from campaign_blocks.petition.services.change_state import change_state
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.remove import remove_signatures
from campaign_blocks.petition.services.roll_up import roll_up
from campaign_blocks.petition.states import NEXT
from tests.petition.factories import make_petition, make_signature

pytestmark = pytest.mark.django_db
PATHS = {
    "pending": [],
    "confirmed": ["confirmed"],
    "expired": ["expired"],
    "suspect": ["suspect"],
    "invalidated": ["invalidated"],
    "erased": ["erased"],
}


def signature_in(state):
    signature = make_signature(make_petition(confirm_by_mail=True))
    for step in PATHS[state]:
        type(signature).objects.filter(pk=signature.pk).update(state=step)
    signature.refresh_from_db()
    return signature


def set_state(signature, state):
    with transaction.atomic():
        type(signature).objects.filter(pk=signature.pk).update(state=state)


@pytest.mark.parametrize(("before", "after"), list(product(SignatureState, SignatureState)))
def test_database__takes_legal_steps_alone(before, after):
    signature = signature_in(before)
    if after == before or after in NEXT[before]:
        set_state(signature, after)
    else:
        with pytest.raises(DatabaseError, match="can not take this step"):
            set_state(signature, after)


@pytest.mark.parametrize(("before", "after"), list(product(SignatureState, SignatureState)))
def test_change_state__moves_and_counts_or_leaves_alone(before, after):
    signature = signature_in(before)
    moved = change_state(ids=[signature.pk], to=after)
    assert moved == ([signature.pk] if after in NEXT[before] else [])
    amounts = list(CountDelta.objects.values_list("amount", flat=True))
    change = int(after in COUNTED) - int(before in COUNTED) if moved else 0
    assert amounts == ([change] if change else [])


def test_change_state__held_mail_waits_and_goes_on():
    signature = make_signature(make_petition())
    change_state(ids=[signature.pk], to=SignatureState.SUSPECT)
    assert OutboxMessage.objects.get().next_attempt_at is None
    signature.refresh_from_db()
    assert signature.held_from == "confirmed"
    change_state(ids=[signature.pk], to=SignatureState.CONFIRMED)
    assert OutboxMessage.objects.get().next_attempt_at is not None


def test_change_state__count_follows_up_and_down():
    petition = make_petition()
    signatures = [make_signature(petition) for _ in range(3)]
    judge()
    ids = [one.pk for one in signatures]
    for to, expected in [("invalidated", 0), ("confirmed", 3), ("suspect", 0), ("confirmed", 3)]:
        change_state(ids=ids, to=SignatureState(to))
        roll_up()
        petition.refresh_from_db()
        assert petition.count.confirmed == expected


def test_consent__can_not_be_changed_or_deleted():
    make_signature(make_petition())
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Consent.objects.update(granted=True)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Consent.objects.all().delete()
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        ConsentText.objects.update(text="Something else")
    assert Consent.objects.get().granted is False


def test_consent__goes_with_its_signature():
    signature = make_signature(make_petition())
    assert remove_signatures(rows=type(signature).objects.all()) == 1
    assert not Consent.objects.exists()


def test_consent__of_an_unknown_state_is_refused():
    signature = make_signature(make_petition())
    with pytest.raises((IntegrityError, DatabaseError)):
        set_state(signature, "nonsense")
