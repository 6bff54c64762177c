"""One question for each organization that asks: none chosen, its exact words kept."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campaign_blocks.petition.models import AskingOrganization, Consent, Signature
from tests.petition.factories import form_data, make_organization, make_petition, token_for

POLICY = "https://example.org/privacy/"


@pytest.fixture
def acme(db):
    return make_organization(name="Acme", privacy_url=POLICY)


@pytest.fixture
def asked(acme):
    petition = make_petition()
    other = make_organization(name="Bolt", privacy_url=POLICY)
    for place, organization in enumerate((other, acme)):
        AskingOrganization.objects.create(
            petition=petition, organization=organization, sort_order=place
        )
    return petition


def words_of(organization):
    rows = Consent.objects.filter(organization=organization)
    return list(rows.values_list("granted", "text__text", "method"))


def test_organizations__ask_in_order_with_nothing_chosen(asked, acme, client):
    page = client.get(asked.get_absolute_url()).content.decode()
    assert page.count(f'name="opt_in_{acme.pk}"') == 2
    assert page.index("May Bolt email you?") < page.index("May Acme email you?")
    assert f'<a href="{POLICY}">How Acme uses your data</a>' in page
    assert "checked" not in page


def test_organizations__each_answer_is_stored_with_its_words(asked, acme, post):
    assert post(asked, **{f"opt_in_{acme.pk}": "yes"}).status_code == 303
    assert words_of(acme) == [(True, "Yes, Acme may email me", "answer")]
    other = asked.asking_organizations.first().organization
    assert words_of(other) == [(False, "No emails from Bolt", "answer")]
    assert Consent.objects.count() == 3


@pytest.mark.parametrize("sent", ["maybe", "YES", "1", "<b>"])
def test_organizations__strange_answer_is_named(asked, acme, post, sent):
    answer = post(asked, **{f"opt_in_{acme.pk}": sent})
    assert list(answer.context["panel"].form.errors) == [f"opt_in_{acme.pk}"]
    assert not Signature.objects.exists()


def test_organizations__one_that_was_not_asked_gets_nothing(asked, post):
    stranger = make_organization(privacy_url=POLICY)
    post(asked, **{f"opt_in_{stranger.pk}": "yes"})
    assert words_of(stranger) == []


def test_partner__is_asked_once(asked, acme, post):
    token = token_for(asked, partner_id=acme.pk)
    page = post(asked, form_token=token, name="").content.decode()
    assert page.count("May Acme email you?") == 1
    assert 'name="partner_opt_in"' in page
    post(asked, form_token=token, partner_opt_in="yes")
    assert words_of(acme) == [(True, "Yes, Acme may email me", "answer")]


def test_organization__without_a_policy_can_not_ask(db):
    row = AskingOrganization(petition=make_petition(), organization=make_organization(name="Acme"))
    with pytest.raises(ValidationError, match="Acme has no privacy policy") as refusal:
        row.full_clean()
    assert list(refusal.value.message_dict) == ["organization"]


def test_organization__that_lost_its_policy_asks_no_more(asked, acme, client):
    acme.privacy_url = ""
    acme.save()
    assert "May Acme email you?" not in client.get(asked.get_absolute_url()).content.decode()


def test_organization__added_later_is_on_the_page_at_once(asked, client):
    late = make_organization(name="Late", privacy_url=POLICY)
    client.get(asked.get_absolute_url())
    AskingOrganization.objects.create(petition=asked, organization=late, sort_order=9)
    assert "May Late email you?" in client.get(asked.get_absolute_url()).content.decode()


@pytest.mark.usefixtures("real_transactions")
def test_sign__asks_nothing_that_is_remembered(django_db_blocker, client, connection_vendor):
    """One statement with PostgreSQL, whatever number of organizations asks."""
    if connection_vendor != "postgresql":
        pytest.skip("SQLite stores in several statements")
    with django_db_blocker.unblock():
        petition = make_petition()
        acme = make_organization(name="Acme", privacy_url=POLICY)
        AskingOrganization.objects.create(petition=petition, organization=acme)
        address = f"/petitions/{petition.slug}/sign/"
        for name in ("warm", "ana"):
            data = form_data(petition, email=f"{name}@example.org", **{f"opt_in_{acme.pk}": "yes"})
            with CaptureQueriesContext(connection) as queries:
                answer = client.post(address, data, headers={"origin": "http://testserver"})
            assert answer.status_code == 303
        assert len(queries) == 1
        AskingOrganization.objects.all().delete()


def test_section__asks_for_the_organizations_too(asked, home_page, client):
    section = {"heading": "Add your name", "petition": asked.pk, "compact": False}
    home_page.body = [{"type": "petition", "value": section}]
    home_page.save_revision().publish()
    page = client.get("/").content.decode()
    assert page.index("May Bolt email you?") < page.index("May Acme email you?")


def test_section__organization_added_later_is_there_at_once(acme, home_page, client):
    petition = make_petition()
    section = {"heading": "Add your name", "petition": petition.pk, "compact": False}
    home_page.body = [{"type": "petition", "value": section}]
    home_page.save_revision().publish()
    assert "May Acme email you?" not in client.get("/").content.decode()
    AskingOrganization.objects.create(petition=petition, organization=acme)
    assert "May Acme email you?" in client.get("/").content.decode()
