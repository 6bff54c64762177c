import pytest
from bs4 import BeautifulSoup

from tests.partners.factories import make_partner

pytestmark = pytest.mark.django_db


def embed(client, slug):
    response = client.get("/embed/petition/ban-it/", {"p": slug})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_embed__of_a_partner_asks_for_its_mail_too(client, home_page):
    make_partner(home_page)
    soup = embed(client, "acme")
    assert soup.select("[name=partner_opt_in]") and "Acme Rights" in soup.text


@pytest.mark.parametrize("slug", ["nobody", "", "\x00", "a" * 500])
def test_embed__of_nobody_is_the_campaigns(client, home_page, slug):
    make_partner(home_page)
    assert embed(client, slug).select("[name=partner_opt_in]") == []


def test_embed__of_a_partner_switched_off_is_the_campaigns(client, home_page):
    make_partner(home_page, active=False)
    assert embed(client, "acme").select("[name=partner_opt_in]") == []


def test_embed__reports_its_height(client, home_page):
    make_partner(home_page)
    scripts = [script.get("src", "") for script in embed(client, "acme").select("script")]
    assert any(src.endswith("kit/embed/child.js") for src in scripts)
