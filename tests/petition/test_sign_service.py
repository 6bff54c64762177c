from datetime import timedelta

import pytest
from django.utils import timezone

from campaign_blocks.petition.models import Consent, CountDelta, OutboxMessage, Signature
from campaign_blocks.petition.services.sign import NotOpen
from tests.petition.factories import make_organization, make_petition, make_signature, sign


def kinds(signature):
    return list(signature.messages.order_by("pk").values_list("kind", flat=True))


def test_sign__counts_at_once(petition):
    signature = make_signature(petition, email="ana@example.org")
    assert signature.state == "confirmed"
    assert signature.confirmed_at == signature.created_at
    assert kinds(signature) == ["thanks"]
    assert list(CountDelta.objects.values_list("signature", "amount")) == [(signature.pk, 1)]


def test_sign__waits_for_the_mail(db):
    signature = make_signature(make_petition(confirm_by_mail=True))
    assert (signature.state, signature.confirmed_at) == ("pending", None)
    assert kinds(signature) == ["confirm"]
    assert not CountDelta.objects.exists()


def test_sign__again_adds_one_mail_and_nothing_else(petition):
    signature = make_signature(petition, email="ana@example.org")
    for spelling in ("ANA@example.org", "ana+x@example.org", "ana@Example.org."):
        result = sign(petition, name="Other", email=spelling, opt_in=True)
        assert result.created is False
    assert Signature.objects.get().name == "Ana"
    assert kinds(signature) == ["thanks", "already_signed"]
    assert Consent.objects.count() == CountDelta.objects.count() == 1


def test_sign__on_two_petitions(petition):
    make_signature(petition, email="ana@example.org")
    make_signature(make_petition(), email="ana@example.org")
    assert Signature.objects.count() == 2


def test_sign__keeps_where_it_came_from(petition, home_page):
    partner = make_organization()
    signature = make_signature(
        petition, page_id=home_page.pk, partner_id=partner.pk, source="x1", language="en"
    )
    assert (signature.page_id, signature.partner_id) == (home_page.pk, partner.pk)
    assert (signature.source, signature.postal_code) == ("x1", "94110")


def test_sign__partner_that_is_gone(petition):
    assert make_signature(petition, partner_id=987654).partner_id is None


def test_sign__page_that_is_gone(petition):
    assert make_signature(petition, page_id=987654).page_id == 987654


@pytest.mark.parametrize("opt_in", [True, False])
def test_sign__keeps_the_words_of_the_answer(petition, opt_in):
    signature = make_signature(petition, opt_in=opt_in)
    row = signature.consents.get()
    words = "Yes, email me about this campaign" if opt_in else "No emails, just count my signature"
    assert (row.purpose, row.granted, row.method) == ("campaign_mail", opt_in, "answer")
    assert row.text.text == words


def test_sign__partner_consent_is_a_row_of_its_own(petition):
    partner = make_organization(name="Acme")
    signature = make_signature(petition, partner_id=partner.pk, partner_opt_in=True)
    rows = signature.consents.order_by("purpose")
    assert [(row.purpose, row.organization_id, row.granted) for row in rows] == [
        ("campaign_mail", None, False),
        ("partner_mail", partner.pk, True),
    ]
    assert rows[1].text.text == "Yes, Acme may email me"


def test_sign__statement_is_kept_word_for_word(db):
    words = "By signing you agree to hear from us – 18 Million Rising."
    petition = make_petition(
        consent_mode="statement", consent_statement=words, signers_abroad="home_only"
    )
    row = make_signature(petition, opt_in=True).consents.get()
    assert (row.text.text, row.method) == (words, "statement")


@pytest.mark.parametrize(
    "times",
    [
        {"opens_at": timezone.now() + timedelta(days=1)},
        {"closes_at": timezone.now() - timedelta(seconds=1)},
    ],
)
def test_sign__petition_is_not_open(db, times):
    petition = make_petition(**times)
    with pytest.raises(NotOpen):
        sign(petition, name="Ana", email="ana@example.org")
    assert not Signature.objects.exists()


def test_sign__after_it_expired_waits_anew(db):
    petition = make_petition(confirm_by_mail=True)
    signature = make_signature(petition, email="ana@example.org")
    Signature.objects.update(state="expired", judged_at=timezone.now())
    OutboxMessage.objects.all().delete()
    result = sign(petition, name="Ana B", email="ana@example.org")
    signature.refresh_from_db()
    assert result.created
    assert (signature.state, signature.name, signature.judged_at) == ("pending", "Ana B", None)
    assert kinds(signature) == ["confirm"]


def test_sign__queries(petition, django_assert_num_queries, connection_vendor):
    make_signature(petition)
    lookups = 1 + 1  # petition and consent text; a process remembers both outside a test
    with django_assert_num_queries(lookups + (1 if connection_vendor == "postgresql" else 5)):
        sign(petition, name="Bo", email="bo@example.org")
