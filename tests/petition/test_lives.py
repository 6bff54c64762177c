"""Random lives of signatures: whatever happens in whatever order, the number equals the rows.

MODEL_SEQUENCES=2000 runs the long proof; a plain run does a sample.
"""

import os

import pytest
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from hypothesis.strategies import integers, sampled_from

from campaign_blocks.petition.models import CountDelta, MailToken, PetitionCount, Signature
from campaign_blocks.petition.models.choices import COUNTED, SignatureState, TokenPurpose
from campaign_blocks.petition.services import expire
from campaign_blocks.petition.services.change_state import change_state
from campaign_blocks.petition.services.confirm import confirm_signature
from campaign_blocks.petition.services.erase import erase_person
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.roll_up import roll_up
from campaign_blocks.petition.services.unsubscribe import unsubscribe_mailbox
from campaign_blocks.petition.states import NEXT
from tests.petition.factories import make_petition, sign

PEOPLE = integers(0, 5)
SEQUENCES = int(os.environ.get("MODEL_SEQUENCES", "25"))


class Lives(RuleBasedStateMachine):
    """Six people, two petitions: one counts at once, one after a confirmation."""

    def __init__(self):
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.petitions = [make_petition(), make_petition(confirm_by_mail=True)]
        self.before = {}

    def teardown(self):
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    def signatures(self, person, **states):
        return Signature.objects.filter(email=f"p{person}@example.org", **states)

    def token(self, person, purpose):
        signature = self.signatures(person).order_by("pk").last()
        if signature is None:
            return "nothing"
        row, raw = MailToken.make(signature.pk, purpose)
        row.save()
        return raw

    @rule(person=PEOPLE, which=integers(0, 1), fast=sampled_from([b"", b"x" * 16]))
    def sign(self, person, which, fast):
        address = f"p{person}@example.org"
        sign(self.petitions[which], name="P", email=address, address_block=fast)

    @rule(person=PEOPLE)
    def confirm(self, person):
        confirm_signature(raw_token=self.token(person, TokenPurpose.CONFIRM))

    @rule(person=PEOPLE)
    def unsubscribe(self, person):
        unsubscribe_mailbox(raw_token=self.token(person, TokenPurpose.UNSUBSCRIBE))

    @rule(person=PEOPLE, to=sampled_from(sorted(set(SignatureState) - {SignatureState.ERASED})))
    def staff_moves(self, person, to):
        change_state(ids=list(self.signatures(person).values_list("pk", flat=True)), to=to)

    @rule(person=PEOPLE)
    def erase(self, person):
        erase_person(email=f"p{person}@example.org")

    @rule()
    def wait_a_month(self):
        Signature.objects.update(created_at=timezone.now() - expire.PENDING_LIFE * 2)
        expire.expire_pending()

    @rule()
    def worker(self):
        judge()
        roll_up()

    @precondition(lambda self: self.petitions)
    @invariant()
    def number_equals_rows(self):
        for petition in self.petitions:
            rows = petition.signatures.filter(state__in=COUNTED).count()
            rolled = PetitionCount.objects.filter(petition=petition).aggregate(n=Sum("confirmed"))
            waiting = CountDelta.objects.filter(petition=petition).aggregate(n=Sum("amount"))
            assert (rolled["n"] or 0) + (waiting["n"] or 0) == rows

    @invariant()
    def every_step_was_legal(self):
        now = dict(Signature.objects.values_list("pk", "state"))
        for pk, state in now.items():
            earlier = self.before.get(pk, state)
            assert state == earlier or reachable(SignatureState(earlier), SignatureState(state))
        self.before = now


def reachable(before, after):
    """In one step or two: a rule may judge and restore."""
    return after in NEXT[before] or any(after in NEXT[between] for between in NEXT[before])


@pytest.mark.django_db
def test_lives__number_equals_rows_after_every_step():
    run_state_machine_as_test(
        Lives,
        settings=settings(
            max_examples=SEQUENCES,
            stateful_step_count=50,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
