import re
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.template.loader import render_to_string

from tests.look.factories import page_with, section

URL = "https://ban.example/act/?a=1&b=2"
TEXT = "I signed & so should “you” – 100% sure?"


@pytest.fixture
def links():
    html = render_to_string("kit/share_links.html", {"share_url": URL, "share_text": TEXT})
    return {
        unescape(words): unescape(href)
        for href, words in re.findall(r'href="([^"]+)"[^>]*>([^<]+)</a>', html)
    }


@pytest.mark.parametrize("network", ["WhatsApp", "Bluesky"])
def test_link__carries_message_and_address_in_one_text(links, network):
    assert parse_qs(urlsplit(links[network]).query) == {"text": [f"{TEXT} {URL}"]}


def test_x__carries_message_and_address_apart(links):
    assert parse_qs(urlsplit(links["X"]).query) == {"text": [TEXT], "url": [URL]}


def test_mail_and_text_message__decode_to_message_and_address(links):
    mail = parse_qs(urlsplit(links["E-mail"]).query)
    assert mail == {"subject": [TEXT], "body": [f"{TEXT}\n\n{URL}"]}
    assert unquote(links["Text message"]) == f"sms:?&body={TEXT} {URL}"


def test_links__load_nothing_from_anyone(links):
    html = render_to_string("kit/share_links.html", {"share_url": URL, "share_text": TEXT})
    assert not re.search(r"<(script|img|iframe|link)\b|\bsrc=", html)


def test_link_to_copy__comes_first():
    html = render_to_string("kit/share_links.html", {"share_url": URL, "share_text": TEXT})
    assert html.index("Copy link") < html.index("WhatsApp")
    assert f'value="{URL.replace("&", "&amp;")}"' in html


def test_chosen_networks__are_the_only_ones():
    html = render_to_string("kit/share_links.html", {"share_url": URL, "share_networks": ["x"]})
    assert ">X</a>" in html
    assert "WhatsApp" not in html
    assert "mastodon" not in html


@pytest.mark.django_db
def test_share_section__names_the_pages_clean_address(client, home_page, settings):
    settings.BASE_URL = "https://ban.example"
    page_with(home_page, section("share", heading="Pass it on", message="Sign it"), slug="act")
    html = client.get("/act/?s=abc&t=token").content.decode()
    assert 'value="https://ban.example/act/"' in html
    assert "token" not in html
