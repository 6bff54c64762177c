import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from campaign_blocks.kit.overlay import Overlay
from home.models import CampaignPage, SiteSettings
from tests.organizations.factories import make_logo, make_organization
from tests.partners.factories import make_partner, make_petition

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(home_page):
    SiteSettings.for_site(home_page.get_site())  # made by a site's first request otherwise
    return home_page.add_child(instance=CampaignPage(title="Ban Facial Recognition", slug="ban"))


@pytest.fixture
def seen(monkeypatch):
    """The greetings with which campaign pages were rendered."""
    found = []
    real = CampaignPage.fresh

    def fresh(self, request, overlay):
        found.append(overlay)
        return real(self, request, overlay)

    monkeypatch.setattr(CampaignPage, "fresh", fresh)
    return found


def test_landing__is_the_campaign_page_under_the_greeting(client, campaign, seen):
    partner = make_partner(campaign)
    assert client.get("/with/acme/").status_code == 200
    [overlay] = seen
    assert isinstance(overlay, Overlay)
    assert (overlay.name, overlay.headline, overlay.text, overlay.organization_id) == (
        "Acme Rights",
        "Acme asks you",
        "Sign with us.",
        partner.organization_id,
    )


def test_landing__carries_logo_and_privacy_policy(client, campaign, seen):
    organization = make_organization("Acme", slug="acme", logo=make_logo(size=(640, 200)))
    make_partner(campaign, organization=organization, privacy_url="https://acme.example/p")
    client.get("/with/acme/")
    assert seen[0].logo_url.endswith(".webp")
    assert (seen[0].logo_width, seen[0].logo_height) == (240, 75)
    assert seen[0].privacy_url == "https://acme.example/p"


def test_landing__own_privacy_policy_wins_over_the_organizations(client, campaign, seen):
    make_partner(campaign)
    client.get("/with/acme/")
    assert seen[0].privacy_url == "https://acme.example/privacy"


def test_landing__is_cached_and_shared(client, campaign, seen):
    make_partner(campaign)
    first, second = client.get("/with/acme/"), client.get("/with/acme/")
    assert len(seen) == 1 and first.content == second.content
    assert "public" in first["Cache-Control"] and not first.cookies


@pytest.mark.parametrize("part", ["partner", "organization", "logo", "page"])
def test_landing__shows_a_change_on_the_next_request(client, campaign, seen, part):
    organization = make_organization("Acme", slug="acme", logo=make_logo())
    partner = make_partner(campaign, organization=organization)
    client.get("/with/acme/")
    changed = {"partner": partner, "organization": organization, "logo": organization.logo}
    if part == "page":
        campaign.save_revision().publish()
    else:
        changed[part].save()
    client.get("/with/acme/")
    assert [overlay.name for overlay in seen if overlay] == ["Acme", "Acme"]


def test_two_partners__of_one_page_never_share_a_greeting(client, campaign, seen):
    petition = make_petition()
    for name in ("Acme", "Zeta"):
        organization = make_organization(name)
        make_partner(campaign, organization=organization, petition=petition, headline=f"{name}!")
    client.get("/with/acme/")
    client.get("/with/zeta/")
    assert [overlay.headline for overlay in seen] == ["Acme!", "Zeta!"]


def test_campaign_page__itself_keeps_no_greeting(client, campaign, seen):
    make_partner(campaign)
    client.get("/with/acme/")
    client.get("/ban/")
    assert seen[1] is None


def test_inactive__leads_to_the_campaign(client, campaign):
    make_partner(campaign, active=False)
    response = client.get("/with/acme/")
    assert (response.status_code, response["Location"]) == (302, "/ban/")


def test_inactive__can_be_switched_on_again(client, campaign):
    partner = make_partner(campaign, active=False)
    client.get("/with/acme/")
    partner.active = True
    partner.save()
    assert client.get("/with/acme/").status_code == 200


def test_unknown__is_not_found_in_the_sites_look(client, campaign):
    response = client.get("/with/nobody/")
    soup = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 404 and soup.main.h1


@pytest.mark.parametrize("active", [True, False])
def test_private_campaign__is_not_found(client, campaign, active):
    make_partner(campaign, active=active)
    PageViewRestriction.objects.create(page=campaign, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/with/acme/").status_code == 404


def test_private_parent__hides_the_partner_page_too(client, campaign):
    make_partner(campaign)
    parent = campaign.get_parent()
    PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/with/acme/").status_code == 404


def test_unpublished_campaign__is_not_found(client, campaign):
    make_partner(campaign)
    campaign.unpublish()
    assert client.get("/with/acme/").status_code == 404


def test_post__is_refused(client, campaign):
    make_partner(campaign)
    assert client.post("/with/acme/").status_code == 405


def test_warm_landing__costs_six_queries_at_most(client, campaign, django_assert_max_num_queries):
    make_partner(campaign, organization=make_organization("Acme", slug="acme", logo=make_logo()))
    client.get("/with/acme/")
    with django_assert_max_num_queries(6):
        client.get("/with/acme/")
