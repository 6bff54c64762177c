"""One word that stands in a page, a legislator, an organization, a partner page and a place."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from home.models import CampaignPage
from tests.map.factories import make_map, make_place
from tests.organizations.factories import make_organization
from tests.partners.factories import make_partner
from tests.scoreboard.factories import make_legislator

pytestmark = pytest.mark.django_db
EVERY = ["Pages", "Legislators", "Organizations", "Partners", "Places"]


@pytest.fixture
def records(index, home_page):
    page = home_page.add_child(instance=CampaignPage(title="Marlow says no", slug="marlow"))
    organization = make_organization(
        "Marlow Rights", slug="rights", privacy_url="https://m.example"
    )
    partner = make_partner(page, organization=organization)
    place = make_place(make_map(), name="Marlow", city="Marlow")
    index(page, make_legislator("Ada Marlow"), organization, partner, place)


def ask(client, words):
    return BeautifulSoup(client.get("/search/", {"q": words}).content, "html.parser")


def kinds(soup):
    return [heading.get_text().split("(")[0].strip() for heading in soup.select("h3")]


@pytest.mark.parametrize("words", ["marlow", "MARLOW", "marl"])
def test_every_kind__is_found_in_one_search(client, records, words):
    assert kinds(ask(client, words)) == EVERY


def test_every_link__leads_somewhere(client, records):
    addresses = [link["href"] for link in ask(client, "marlow").select(".rows a")]
    assert len(addresses) == 4  # the organization has no website
    for address in addresses:
        assert client.get(address).status_code == 200


def test_one_kind__can_be_asked_for_alone(client, records):
    response = client.get("/search/?q=marlow&kind=legislators")
    assert kinds(BeautifulSoup(response.content, "html.parser")) == ["Legislators"]


def test_partner_page_of_a_private_campaign__is_not_found(client, records):
    CampaignPage.objects.get().unpublish()
    assert "Partners" not in kinds(ask(client, "marlow"))


@pytest.mark.parametrize("kind", ["login", "password"])
def test_partner_page_of_a_restricted_campaign__is_not_found(client, records, kind):
    page = CampaignPage.objects.get()
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="open sesame")
    assert kinds(ask(client, "marlow")) == ["Legislators", "Organizations", "Places"]


def test_partner_page_below_a_restricted_page__is_not_found(client, records, home_page):
    PageViewRestriction.objects.create(page=home_page, restriction_type="login")
    assert "Partners" not in kinds(ask(client, "marlow"))
