from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from scoreboard.graphemes import grapheme_length
from scoreboard.models import Office, Script
from scoreboard.positions import FRIENDS, Channel, Position
from tests.scoreboard.factories import make_bill, make_legislator, make_stance

pytestmark = pytest.mark.django_db


def page_of(client, slug="ada"):
    return BeautifulSoup(client.get(f"/scoreboard/{slug}/").text, "html.parser")


def hrefs(page):
    return [link["href"] for link in page.select("#write a[href]")]


def said(href):
    return parse_qs(urlsplit(href).query)["text"][0]


def test_actions__every_channel_with_its_own_account(client):
    make_bill()
    accounts = {"x_handle": "SenMoreno", "bluesky": "moreno.gov", "mastodon": "@m@example.social"}
    make_legislator(slug="ada", phone="202-224-5141", **accounts)
    links = hrefs(page_of(client))
    assert "tel:+12022245141" in links
    posts = {urlsplit(link).hostname: said(link) for link in links if "text=" in link}
    assert posts["x.com"].startswith(".@SenMoreno Please sponsor S.4084")
    assert posts["bsky.app"].startswith("@moreno.gov Please sponsor")
    assert posts["mastodon.social"].startswith("@m@example.social Please sponsor")


def test_actions__without_accounts_posts_name_the_person_and_nothing_is_dead(client):
    make_bill()
    make_legislator(slug="ada")
    page = page_of(client)
    posts = [said(link) for link in hrefs(page) if "text=" in link]
    assert [post.partition(" Please")[0] for post in posts] == ["Sen. Moreno:", "Sen. Moreno:"]
    assert not page.select("#write a[href^='tel:'], #write a[href^='mailto:'], a[href='']")
    assert page.select_one("copy-button[for=message]")


def test_actions__phones_of_the_offices_at_home(client):
    make_bill()
    person = make_legislator(slug="ada", phone="202-224-5141")
    Office.objects.create(legislator=person, key="a", city="Salem", phone="503-555-0100")
    Office.objects.create(legislator=person, key="b", city="Bend")
    page = page_of(client)
    rows = page.select("#write .details .row")
    assert [row.a["href"] for row in rows] == ["tel:+15035550100"]


def test_actions__an_address_and_a_form_get_the_message(client):
    make_bill()
    make_legislator(slug="ada", email="ada@example.gov", contact_form="https://ada.gov/form")
    page = page_of(client)
    mail = next(link for link in hrefs(page) if link.startswith("mailto:"))
    assert "I ask you to sponsor S.4084" in unquote(mail)
    assert "https://ada.gov/form" in hrefs(page)


def test_actions__no_third_party_redirector_and_no_referrer(client):
    make_bill()
    make_legislator(slug="ada", x_handle="A", contact_form="https://ada.gov/form")
    for link in page_of(client).select("#write a[href^=https]"):
        assert urlsplit(link["href"]).hostname in {
            "x.com",
            "bsky.app",
            "mastodon.social",
            "ada.gov",
        }
        assert link["rel"] == ["noopener", "noreferrer"]


@pytest.mark.parametrize("position", Position.values)
def test_actions__a_script_for_one_stance_and_channel_is_used_there_alone(client, position):
    bill = make_bill()
    Script.objects.create(bill=bill, position=position, channel="bluesky", text="Only here: {bill}")
    for other in Position.values:
        person = make_legislator(slug=other.replace("_", "-"))
        if other != "not_sponsoring":
            make_stance(bill, person, other, evidence_url="https://example.org/")
        page = page_of(client, person.slug)
        found = {urlsplit(link).hostname: said(link) for link in hrefs(page) if "text=" in link}
        assert ("Only here" in found["bsky.app"]) == (other == position)
        assert "Only here" not in found["mastodon.social"]


def test_actions__an_opponent_is_never_thanked_and_a_supporter_never_asked(client):
    bill = make_bill()
    for position in Position.values:
        person = make_legislator(
            slug=position.replace("_", "-"), phone="202-224-1", email="a@b.gov"
        )
        if position != "not_sponsoring":
            make_stance(bill, person, position, evidence_url="https://example.org/")
        write = page_of(client, person.slug).select_one("#write")
        words = (write.text + unquote(str(write))).lower()
        assert ("thank" in words) == (position in FRIENDS)
        assert ("please sponsor" in words) == (position not in FRIENDS)


def test_actions__a_former_member_gets_none(client):
    make_bill()
    make_legislator(slug="ada", in_office=False, phone="202-224-5141")
    assert not page_of(client).select("#write")


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("abc", 3),
        ("García", 6),
        ("Garci\u0301a", 6),
        ("👩‍👩‍👧‍👦", 1),
        ("👍🏽", 1),
        ("🇺🇸🇳🇿", 2),
        ("1️⃣", 1),
        ("नमस्ते", 4),
        ("a\r\nb", 3),
        ("", 0),
    ],
)
def test_grapheme_length__what_people_see(text, length):
    assert grapheme_length(text) == length


def test_channels__each_has_a_limit():
    from scoreboard.limits import LIMITS

    assert set(LIMITS) == set(Channel)
