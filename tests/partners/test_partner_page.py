import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from campaign_blocks.kit import versions
from campaign_blocks.partners.models import PartnerPage
from tests.organizations.factories import make_organization
from tests.partners.factories import make_partner, make_petition

pytestmark = pytest.mark.django_db


def draft(page, **fields):
    values = {
        "organization": make_organization("Acme", slug="acme", privacy_url="https://a.example/p"),
        "page": page,
        "petition": make_petition(),
        "headline": "Acme asks you",
    }
    return PartnerPage(**{**values, **fields})


def errors(partner):
    with pytest.raises(ValidationError) as error:
        partner.full_clean()
    return error.value.message_dict


def test_address__is_the_organizations_short_name_when_left_empty(home_page):
    partner = draft(home_page)
    partner.full_clean()
    assert partner.get_absolute_url() == "/with/acme/"


def test_headline__over_sixty_characters_says_how_many_it_has(home_page):
    found = errors(draft(home_page, headline="x" * 75))
    assert found == {"headline": ["Keep the headline to 60 characters. It has 75."]}


def test_greeting__over_four_hundred_characters_says_how_many_it_has(home_page):
    found = errors(draft(home_page, paragraph="x" * 401))
    assert found == {"paragraph": ["Keep the greeting to 400 characters. It has 401."]}


def test_privacy_policy__is_required_of_one_or_the_other(home_page):
    found = errors(draft(home_page, organization=make_organization("Zeta")))
    assert "Visitors see it before they agree" in found["privacy_url"][0]


def test_privacy_policy__javascript_is_refused(home_page):
    assert list(errors(draft(home_page, privacy_url="javascript:alert(1)"))) == ["privacy_url"]


def test_page__that_cannot_greet_is_refused_with_the_way_out(home_page):
    found = errors(draft(home_page.get_parent()))
    assert found["page"] == ["Choose a campaign page: this page cannot show a partner's greeting."]


def test_address__is_unique_in_the_database(home_page):
    partner = make_partner(home_page)
    other = make_organization("Other")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_partner(home_page, organization=other, petition=partner.petition, slug="acme")


def test_organization__has_one_page_per_campaign(home_page):
    partner = make_partner(home_page)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_partner(
            home_page, organization=partner.organization, petition=partner.petition, slug="again"
        )


def test_deleting_the_petition__is_refused(home_page):
    partner = make_partner(home_page)
    with pytest.raises(ProtectedError):
        partner.petition.delete()


@pytest.mark.parametrize("change", [PartnerPage.save, PartnerPage.delete])
def test_change__makes_cached_pages_new(home_page, change):
    partner = make_partner(home_page)
    before = versions.read(["partners"])
    change(partner)
    assert versions.read(["partners"]) != before
