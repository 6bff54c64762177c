import pytest
from django.urls import reverse

from campaign_blocks.partners.models import PartnerPage
from tests.organizations.factories import make_organization
from tests.partners.factories import make_partner, make_petition

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(PartnerPage.snippet_viewset.get_url_name(name), args=args)


def form(page, **fields):
    organization = make_organization("Acme", slug="acme", privacy_url="https://a.example/p")
    values = {
        "organization": organization.pk,
        "page": page.pk,
        "petition": make_petition().pk,
        "headline": "Acme asks you",
        "paragraph": "Sign with us.",
        "privacy_url": "",
        "slug": "",
        "active": "on",
    }
    return {**values, **fields}


def test_menu__leads_to_the_partner_pages(editor_client):
    assert url("list") in editor_client.get("/admin/").content.decode()


def test_create__makes_a_page_that_visitors_reach(editor_client, client, home_page):
    assert editor_client.post(url("add"), form(home_page)).status_code == 302
    assert client.get("/with/acme/").status_code == 200


def test_create__long_headline_is_said_at_the_field(editor_client, home_page):
    html = editor_client.post(url("add"), form(home_page, headline="x" * 200)).content.decode()
    assert "Keep the headline to 60 characters. It has 200." in html
    assert not PartnerPage.objects.exists()


def test_create__second_page_for_one_campaign_is_refused(editor_client, home_page):
    partner = make_partner(home_page)
    data = {
        "organization": partner.organization_id,
        "page": home_page.pk,
        "petition": partner.petition_id,
        "headline": "Again",
        "slug": "again",
        "active": "on",
    }
    html = editor_client.post(url("add"), data).content.decode()
    assert "already has a page for it" in html and PartnerPage.objects.count() == 1


def test_list__shows_the_address_and_who_is_switched_off(editor_client, home_page):
    partner = make_partner(home_page)
    make_partner(
        home_page, organization=make_organization("Off"), petition=partner.petition, active=False
    )
    html = editor_client.get(url("list")).content.decode()
    assert '<a href="/with/acme/">' in html and "Switched off" in html


@pytest.mark.parametrize("number", [1, 50])
def test_list__costs_the_same_for_one_and_fifty(
    editor_client, home_page, django_assert_max_num_queries, number
):
    petition = make_petition()
    for one in range(number):
        organization = make_organization(f"Organization {one}")
        make_partner(home_page, organization=organization, petition=petition)
    editor_client.get(url("list"))
    with django_assert_max_num_queries(25):
        assert editor_client.get(url("list")).status_code == 200


def test_edit__leads_to_the_live_page(editor_client, home_page):
    partner = make_partner(home_page)
    html = editor_client.get(url("edit", partner.pk)).content.decode()
    assert "View live" in html and 'href="/with/acme/"' in html
