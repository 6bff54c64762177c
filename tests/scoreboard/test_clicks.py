from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import RequestFactory
from django.utils import timezone

from scoreboard.actions_panel import render_actions
from scoreboard.addresses.answer import WRONG_CONGRESS
from scoreboard.models import ActionCount
from tests.scoreboard.factories import make_bill, make_legislator

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    make_bill()
    return make_legislator(slug="ada", phone="202-224-5141", x_handle="SenMoreno")


def counts():
    return dict(ActionCount.objects.values_list("channel", "number"))


def test_click__adds_one_and_says_nothing(client, ada):
    for _ in range(3):
        response = client.post("/scoreboard/ada/count/x/")
    assert response.status_code == 204
    assert not response.cookies
    client.post("/scoreboard/ada/count/call/")
    assert counts() == {"x": 3, "call": 1}


def test_click__what_is_stored_knows_no_visitor():
    stored = {field.name for field in ActionCount._meta.get_fields()}
    assert stored == {"id", "legislator", "channel", "day", "number"}


def test_click__i_called_works_without_script_and_leads_back(client, ada):
    page = BeautifulSoup(client.get("/scoreboard/ada/").text, "html.parser")
    form = page.select_one("#write form[action$='/count/call/']")
    response = client.post(form["action"], {"back": "1"})
    assert (response.status_code, response["Location"]) == (302, "/scoreboard/ada/#counted")
    assert page.select_one("#counted")
    assert counts() == {"call": 1}


def test_click__every_link_of_the_page_is_counted_where_it_points(client, ada):
    page = BeautifulSoup(client.get("/scoreboard/ada/").text, "html.parser")
    for link in page.select("#write a[ping]"):
        assert client.post(link["ping"]).status_code == 204
    assert set(counts()) == {"call", "x", "bluesky", "mastodon"}


@pytest.mark.parametrize(
    "address",
    [
        "/scoreboard/ada/count/fax/",
        "/scoreboard/nobody/count/x/",
        "/scoreboard/old/count/x/",
        "/scoreboard/ada/count/https:/",
    ],
)
def test_click__of_what_is_not_offered_is_not_found(client, ada, address):
    make_legislator(slug="old", in_office=False)
    assert client.post(address).status_code == 404
    assert counts() == {}


def test_click__a_get_changes_nothing(client, ada):
    assert client.get("/scoreboard/ada/count/x/").status_code == 405
    client.get("/scoreboard/ada/")
    assert counts() == {}


def test_click__from_a_foreign_page_is_not_counted(client, ada):
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert client.post("/scoreboard/ada/count/x/", headers=headers).status_code == 404
    assert counts() == {}


def test_click__leads_to_no_address_of_the_visitors_choice(client, ada):
    evil = {"back": "https://evil.example", "next": "https://evil.example"}
    response = client.post("/scoreboard/ada/count/x/?next=https://evil.example", evil)
    assert response["Location"] == "/scoreboard/ada/#counted"


def test_panel__a_week_by_channel_and_person_and_a_wrong_congress(client, ada):
    for _ in range(3):
        client.post("/scoreboard/ada/count/x/")
    last_month = timezone.now().date() - timedelta(days=30)
    ActionCount.objects.create(legislator=ada, channel="call", day=last_month, number=9)
    cache.set(WRONG_CONGRESS, (119, 116))
    text = str(render_actions(RequestFactory().get("/admin/")))
    assert "X: 3" in text and "Ada Moreno</a>: 3" in text
    assert "Phone call" not in text
    assert "answers for Congress 119, the roster is of Congress 116" in text


def test_panel__before_anybody_did_anything():
    assert "Nobody called" in str(render_actions(RequestFactory().get("/admin/")))
