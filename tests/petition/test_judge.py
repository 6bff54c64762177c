from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Sum
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campaign_blocks.petition import disposable
from campaign_blocks.petition.models import (
    CountDelta,
    DisposableDomain,
    OutboxMessage,
    RateTally,
    Signature,
)
from campaign_blocks.petition.services import tallies
from campaign_blocks.petition.services.judge import BATCH, judge
from tests.petition.factories import make_petition, make_signature

HOME, OTHER = b"h" * 16, b"o" * 16


def states():
    return list(Signature.objects.order_by("pk").values_list("state", flat=True))


def reasons():
    return list(Signature.objects.order_by("pk").values_list("suspect_for", flat=True))


def total():
    return CountDelta.objects.aggregate(sum=Sum("amount"))["sum"]


def made_earlier(**ago):
    Signature.objects.update(created_at=timezone.now() - timedelta(**ago))


@pytest.fixture(autouse=True)
def limits(settings):
    settings.SIGN_RATE_LIMIT = "5/5m"
    settings.MAILBOX_RATE_LIMIT = "3/1h"
    settings.DOMAIN_RATE_LIMIT = "4/10m"
    settings.CROWD_LIMIT = 8
    disposable.kept.forget()


def test_judge__first_five_of_an_address(petition):
    for _ in range(7):
        make_signature(petition, address_block=HOME, email_domain="gmail.com")
    assert judge() == 7
    assert states() == ["confirmed"] * 5 + ["suspect"] * 2
    assert reasons() == [""] * 5 + ["address"] * 2


def test_judge__suspects_neither_count_nor_are_thanked(petition):
    for _ in range(6):
        make_signature(petition, address_block=HOME, email_domain="gmail.com")
    judge()
    assert total() == 5
    held = OutboxMessage.objects.filter(next_attempt_at=None)
    assert list(held.values_list("signature__state", "kind")) == [("suspect", "thanks")]


def test_judge__over_several_petitions(db):
    for _ in range(6):
        make_signature(make_petition(), address_block=HOME, email_domain="gmail.com")
    judge()
    assert states()[-1] == "suspect"


def test_judge__other_addresses_and_exempt_ones(petition):
    for block in [HOME] * 5 + [OTHER] * 5 + [b""] * 20:
        make_signature(petition, address_block=block, email_domain="gmail.com")
    judge()
    assert set(states()) == {"confirmed"}


@pytest.mark.parametrize(("minutes", "state"), [(4, "suspect"), (6, "confirmed")])
def test_judge__the_sixth_some_minutes_later(petition, minutes, state):
    for _ in range(5):
        make_signature(petition, address_block=HOME, email_domain="gmail.com")
    made_earlier(minutes=minutes)
    make_signature(petition, address_block=HOME, email_domain="gmail.com")
    judge()
    assert states() == ["confirmed"] * 5 + [state]


def test_judge__remembers_earlier_rounds(petition):
    for _ in range(3):
        for _ in range(2):
            make_signature(petition, address_block=HOME, email_domain="gmail.com")
        judge()
    assert states() == ["confirmed"] * 5 + ["suspect"]


def test_judge__one_mailbox_on_many_petitions(db):
    for _ in range(4):
        make_signature(make_petition(), address_block=b"", email="a@gmail.com")
    for n in range(4):
        make_signature(make_petition(), address_block=bytes([n]) * 16, email="b@gmail.com")
    judge()
    assert reasons() == [""] * 7 + ["mailbox"]


def test_judge__one_small_mail_domain_from_many_addresses(petition):
    for n in range(6):
        block = bytes([n + 1]) * 16
        make_signature(petition, address_block=block, email=f"a{n}@small.example")
    judge()
    assert reasons() == [""] * 4 + ["domain"] * 2


def test_judge__a_large_mail_provider_says_nothing(petition):
    for n in range(30):
        block = bytes([n + 1]) * 16
        make_signature(petition, address_block=block, email=f"a{n}@gmail.com")
    judge()
    assert set(states()) == {"confirmed"}


@pytest.mark.parametrize(
    ("seconds", "block", "reason"),
    [(0, HOME, "quick"), (1, HOME, "quick"), (2, HOME, ""), (None, HOME, ""), (0, b"", "")],
)
def test_judge__faster_than_people_type(petition, seconds, block, reason):
    make_signature(petition, address_block=block, seconds_taken=seconds)
    judge()
    assert reasons() == [reason]


@pytest.mark.parametrize(
    ("email", "reason"),
    [
        ("a@mailinator.com", "disposable"),
        ("a@eu.Mailinator.com", "disposable"),
        ("a@notmailinator.example", ""),
        ("mailinator.com@gmail.com", ""),
    ],
)
def test_judge__disposable_mailboxes(petition, email, reason):
    make_signature(petition, email=email)
    judge()
    assert reasons() == [reason]


def test_judge__staff_edit_the_list_of_domains(petition):
    DisposableDomain.objects.filter(domain="mailinator.com").delete()
    DisposableDomain.objects.create(domain="new.example")
    make_signature(petition, email="a@mailinator.com")
    make_signature(petition, email="a@new.example")
    judge()
    assert reasons() == ["", "disposable"]


def test_judge__five_people_of_a_household(db):
    petition = make_petition(household_mailbox=True)
    for name in ("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus"):
        make_signature(petition, name=name, email="family@gmail.com")
    judge()
    assert reasons() == [""] * 5 + ["household"] * 2


def test_judge__a_household_stays_full(db):
    petition = make_petition(household_mailbox=True)
    for name in ("Ana", "Bo", "Cy", "Di", "Ed"):
        make_signature(petition, name=name, email="family@gmail.com")
    made_earlier(days=200)
    judge()
    tallies.purge(timezone.now().timestamp())
    make_signature(petition, name="Flo", email="family@gmail.com")
    judge()
    assert reasons()[-1] == "household"


def test_judge__nothing_to_do(petition, django_assert_num_queries):
    make_signature(petition)
    judge()
    with django_assert_num_queries(1):
        assert judge() == 0


def many(petition, number, start=0, **facts):
    now = timezone.now()
    rows = (
        Signature(
            petition=petition,
            fingerprint=(start + n).to_bytes(32),
            email=f"a{n}@gmail.com",
            state="pending",
            created_at=now,
            **facts,
        )
        for n in range(number)
    )
    Signature.objects.bulk_create(rows, batch_size=500)


def test_judge__works_in_batches(petition):
    many(petition, BATCH + 3)
    assert judge() == BATCH
    assert judge() == 3


@pytest.mark.parametrize("before", [0, 3000])
def test_judge__queries_depend_on_nothing(petition, before, settings):
    """Neither on the rows of a batch nor on those in the window."""
    settings.CROWD_LIMIT = 1_000_000
    many(petition, before + 6, address_block=HOME)
    while judge() == BATCH:
        pass
    numbers = []
    for rows in (2, 60):
        many(petition, rows, start=10_000 * rows, address_block=HOME)
        with CaptureQueriesContext(connection) as queries:
            judge()
        numbers.append(len(queries))
    assert numbers[0] == numbers[1] <= 13


def test_tallies__hold_no_address_and_end(petition):
    make_signature(petition, address_block=HOME, email="a@small.example")
    judge()
    assert RateTally.objects.count() == 3
    assert not RateTally.objects.filter(key=HOME).exists()
    later = timezone.now().timestamp() + 3 * 3600
    assert tallies.purge(timezone.now().timestamp()) == 0
    assert tallies.purge(later) == 3


def test_judge__crowd_is_asked_by_mail_and_a_flood_is_not(petition):
    for _ in range(10):
        make_signature(petition, address_block=HOME, email_domain="gmail.com")
    judge()
    asked = OutboxMessage.objects.filter(kind="confirm", next_attempt_at__isnull=False)
    ids = list(Signature.objects.order_by("pk").values_list("pk", flat=True))
    assert list(asked.order_by("signature").values_list("signature", flat=True)) == ids[5:8]
