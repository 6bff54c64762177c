"""Where the petitions and the scoreboard meet."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campaign_blocks.petition.letters.ways import letter_way
from campaign_blocks.petition.models import NumbersSnapshot
from tests.petition.factories import make_petition
from tests.scoreboard.factories import make_legislator

pytestmark = pytest.mark.django_db
PLACES = {
    "states": [["OR", 40], ["VT", 12], ["WA", 9]],
    "districts": [["OR", "3", 25], ["OR", "5", 9], ["VT", "0", 12]],
}


@pytest.fixture
def petition():
    petition = make_petition(title="Ban it", slug="ban-it")
    NumbersSnapshot.objects.create(petition=petition, data={"places": PLACES}, as_of=timezone.now())
    return petition


@pytest.mark.parametrize(
    ("state", "district", "number"),
    [("OR", None, 40), ("OR", 3, 25), ("VT", 0, 12), ("VT", None, 12)],
)
def test_constituents__of_the_state_or_of_the_district(client, petition, state, district, number):
    make_legislator(slug="ada", state=state, district=district)
    text = " ".join(client.get("/scoreboard/ada/").text.split())
    assert f"<strong>{number}</strong> people from" in text
    assert '<a href="/petitions/ban-it/">Ban it</a>' in text


@pytest.mark.parametrize(("state", "district"), [("OR", 5), ("WA", None), ("CA", None)])
def test_constituents__fewer_than_ten_are_not_told(client, petition, state, district):
    make_legislator(slug="ada", state=state, district=district)
    assert "people from" not in client.get("/scoreboard/ada/").text


def test_constituents__of_a_closed_petition_are_not_told(client, petition):
    petition.closes_at = timezone.now() - timedelta(days=1)
    petition.save()
    make_legislator(slug="ada")
    assert "people from" not in client.get("/scoreboard/ada/").text


def test_letter__a_petition_that_delivers_is_offered(client):
    from tests.scoreboard.factories import make_bill

    make_bill()
    make_petition(slug="ban-it", letter_body="Dear", letter_by_mail=True)
    make_legislator(slug="ada", email="ada@example.gov")
    make_legislator(slug="bob")
    assert 'href="/petitions/ban-it/#sign"' in client.get("/scoreboard/ada/").text
    assert "/petitions/ban-it/" not in client.get("/scoreboard/bob/").text


@pytest.mark.parametrize(
    "values",
    [
        {"letter_by_mail": False},
        {"letter_body": ""},
        {"letters_paused": True},
        {"closes_at": timezone.now() - timedelta(days=1)},
    ],
)
def test_letter_way__none_where_nothing_would_be_delivered(values):
    make_petition(**{"letter_body": "Dear", "letter_by_mail": True, **values})
    assert letter_way(target="bioguide:X1", email="ada@example.gov") == ""


def test_letter_way__to_congress_needs_its_delivery_service(settings):
    make_petition(slug="ban-it", letter_body="Dear", letter_by_cwc=True)
    assert letter_way(target="bioguide:X1", email="") == ""
    settings.CWC = {**settings.CWC, "house_url": "https://cwc.example"}
    assert letter_way(target="bioguide:X1", email="") == "/petitions/ban-it/#sign"
    assert letter_way(target="openstates:X1", email="") == ""
