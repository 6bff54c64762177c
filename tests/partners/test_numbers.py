import pytest
from django.utils import timezone

from campaign_blocks.partners.numbers import partner_numbers
from campaign_blocks.petition.models import Signature
from tests.organizations.factories import make_organization
from tests.partners.factories import make_partner, make_petition

pytestmark = pytest.mark.django_db


def sign(partner, number, state="confirmed", petition=None):
    return Signature.objects.create(
        petition=petition or partner.petition,
        partner=partner.organization,
        fingerprint=bytes([number] * 32),
        name="Ana",
        email=f"{number}@example.org",
        state=state,
        created_at=timezone.now(),
    )


def numbers():
    return {one.name: one.signatures for one in partner_numbers()}


def test_numbers__count_confirmed_signatures_through_each_partner(home_page):
    acme = make_partner(home_page)
    zeta = make_partner(home_page, organization=make_organization("Zeta"), petition=acme.petition)
    for number, state in enumerate(["confirmed", "confirmed", "pending", "suspect"]):
        sign(acme, number, state)
    sign(zeta, 9)
    assert numbers() == {"Acme Rights": 2, "Zeta": 1}


def test_numbers__of_another_petition_do_not_count(home_page):
    acme = make_partner(home_page)
    sign(acme, 1, petition=make_petition("other"))
    assert numbers() == {"Acme Rights": 0}


def test_numbers__stand_by_name_not_by_rank(home_page):
    acme = make_partner(home_page)
    other = make_organization("Aardvark")
    make_partner(home_page, organization=other, petition=acme.petition)
    sign(acme, 1)
    assert list(numbers()) == ["Aardvark", "Acme Rights"]


@pytest.mark.parametrize("number", [1, 50])
def test_numbers__cost_two_queries_for_any_number(home_page, number, django_assert_max_num_queries):
    petition = make_petition()
    for one in range(number):
        organization = make_organization(f"Organization {one:02}")
        make_partner(home_page, organization=organization, petition=petition)
    with django_assert_max_num_queries(2):
        assert len(partner_numbers()) == number


def test_dashboard__shows_the_numbers_to_staff(home_page, editor_client):
    sign(make_partner(home_page), 1)
    html = editor_client.get("/admin/").content.decode()
    assert "Signatures through partners" in html and "/with/acme/" in html
