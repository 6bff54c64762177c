"""Several signings in one transaction: each is what it would have been alone."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from campaign_blocks.petition.models import Consent, CountDelta, OutboxMessage, Signature
from campaign_blocks.petition.services.new_signature import Stored
from campaign_blocks.petition.services.sign import Origin, Signer, new_signature, store
from tests.petition.factories import make_organization, make_petition, make_signature

pytestmark = pytest.mark.django_db
ODD = 'Ana "Å" O\'Brien \\ {1,2} 🌹 \u202d%s'


def new(petition, email, **facts):
    page = facts.pop("page_id", None)
    signer = Signer(**{"name": "Ana", "email": email, "postal_code": "94110", **facts})
    origin = Origin(page_id=page, source="s1", address_block=b"\x00\xff'\\", seconds_taken=7)
    return new_signature(petition, signer, origin)


def facts_of(email):
    row = Signature.objects.filter(email=email).values().get()
    row["consents"] = list(
        Consent.objects.filter(signature=row["id"])
        .order_by("purpose", "organization")
        .values_list("purpose", "organization", "text__text", "granted", "method", "page")
    )
    mails = OutboxMessage.objects.filter(signature=row["id"])
    row["mails"] = list(mails.values_list("kind", "state", "attempts", "target"))
    row["counted"] = list(
        CountDelta.objects.filter(signature=row["id"]).values_list("petition", "amount")
    )
    for name in ("id", "email", "fingerprint", "created_at", "confirmed_at"):
        row.pop(name)
    return row


@pytest.mark.parametrize("confirm", [True, False])
def test_group__stores_what_each_alone_would_store(confirm, home_page):
    one, two = make_petition(confirm_by_mail=confirm), make_petition(confirm_by_mail=True)
    acme, bolt = make_organization(), make_organization()
    people = [
        (one, {"name": ODD, "comment": ODD, "city": "São Paulo", "opt_in": True}),
        (two, {"organization_opt_ins": {acme.pk: True, bolt.pk: False}, "public": True}),
        (one, {"phone": "+15105550123", "given_name": "Ana", "page_id": home_page.pk}),
    ]
    for n, (petition, facts) in enumerate(people):
        assert store([new(petition, f"alone{n}@example.org", **facts)]) == [Stored(True, True)]
    group = [
        new(petition, f"group{n}@example.org", **facts)
        for n, (petition, facts) in enumerate(people)
    ]
    assert store(group) == [Stored(True, True)] * 3
    for n in range(3):
        assert facts_of(f"group{n}@example.org") == facts_of(f"alone{n}@example.org")


def test_group__answers_each_in_its_place():
    is_open, closed = make_petition(), make_petition(closes_at=timezone.now() - timedelta(days=1))
    make_signature(is_open, email="known@example.org")
    waits = make_petition(confirm_by_mail=True)
    expired = make_signature(waits, email="late@example.org")
    Signature.objects.filter(pk=expired.pk).update(state="expired")
    answers = store(
        [
            new(closed, "zoe@example.org"),
            new(is_open, "known@example.org"),
            new(is_open, "new@example.org"),
            new(closed, "new@example.org"),
            new(waits, "late@example.org"),
        ]
    )
    assert [(one.created, one.was_open) for one in answers] == [
        (False, False),
        (False, True),
        (True, True),
        (False, False),
        (True, True),
    ]
    assert Signature.objects.count() == 3
    repeated = OutboxMessage.objects.filter(kind="already_signed")
    assert repeated.get().signature.email == "known@example.org"


def test_group__is_all_or_nothing():
    petition = make_petition()
    bad = new(petition, "bad@example.org", postal_code="9" * 500 if is_postgresql() else None)
    with pytest.raises(DatabaseError), transaction.atomic():
        store([new(petition, "good@example.org"), bad])
    assert not Signature.objects.exists()
    assert not OutboxMessage.objects.exists()


def is_postgresql():
    return connection.vendor == "postgresql"


def test_group__queries_do_not_grow_with_consents(django_assert_num_queries):
    petition = make_petition()
    organizations = {make_organization().pk: True for _ in range(5)}
    people = [
        new(petition, f"p{n}@example.org", organization_opt_ins=organizations) for n in range(3)
    ]
    expected = 1 if is_postgresql() else 3 * 5
    with django_assert_num_queries(expected):
        store(people)
    assert Consent.objects.count() == 3 * 6
