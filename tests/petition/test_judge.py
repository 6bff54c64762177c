from datetime import timedelta

import pytest
from django.db.models import Sum
from django.utils import timezone

from campaign_blocks.petition.models import CountDelta, OutboxMessage, Signature
from campaign_blocks.petition.services.judge import BATCH, judge
from tests.petition.factories import make_petition, make_signature

HOME, OTHER = b"h" * 16, b"o" * 16


def states():
    return list(Signature.objects.order_by("pk").values_list("state", flat=True))


@pytest.fixture(autouse=True)
def five_in_five_minutes(settings):
    settings.SIGN_RATE_LIMIT = "5/5m"


def test_judge__first_five_of_an_address(petition):
    for _ in range(7):
        make_signature(petition, address_block=HOME)
    assert judge() == 7
    assert states() == ["confirmed"] * 5 + ["suspect"] * 2


def test_judge__suspects_neither_count_nor_get_mail(petition):
    for _ in range(6):
        make_signature(petition, address_block=HOME)
    judge()
    assert CountDelta.objects.aggregate(sum=Sum("amount"))["sum"] == 5
    held = OutboxMessage.objects.filter(next_attempt_at=None)
    assert list(held.values_list("signature__state", flat=True)) == ["suspect"]


def test_judge__over_several_petitions(petition):
    for _ in range(6):
        make_signature(make_petition(), address_block=HOME)
    judge()
    assert states()[-1] == "suspect"


def test_judge__other_addresses_and_exempt_ones(petition):
    for block in [HOME] * 5 + [OTHER] * 5 + [b""] * 20:
        make_signature(petition, address_block=block)
    judge()
    assert set(states()) == {"confirmed"}


def test_judge__after_the_window(petition):
    for _ in range(5):
        make_signature(petition, address_block=HOME)
    Signature.objects.update(created_at=timezone.now() - timedelta(minutes=6))
    make_signature(petition, address_block=HOME)
    judge()
    assert set(states()) == {"confirmed"}


def test_judge__remembers_earlier_rounds(petition):
    for _ in range(5):
        make_signature(petition, address_block=HOME)
    judge()
    make_signature(petition, address_block=HOME)
    judge()
    assert states()[-1] == "suspect"


def test_judge__nothing_to_do(petition, django_assert_num_queries):
    make_signature(petition)
    judge()
    with django_assert_num_queries(1):
        assert judge() == 0


def test_judge__works_in_batches(petition, django_assert_max_num_queries):
    now = timezone.now()
    Signature.objects.bulk_create(
        Signature(petition=petition, fingerprint=n.to_bytes(32), state="pending", created_at=now)
        for n in range(BATCH + 3)
    )
    with django_assert_max_num_queries(9):
        assert judge() == BATCH
    assert judge() == 3
