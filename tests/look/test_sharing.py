import re
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.template.loader import render_to_string

from campaign_blocks.kit.sharing import sharing
from tests.look.factories import page_with, section

URL = "https://ban.example/act/?a=1&b=2"
TEXT = "I signed & so should “you” – 100% sure?"


def drawn(**facts):
    return render_to_string("kit/share_links.html", {"sharing": sharing(url=URL, **facts)})


@pytest.fixture
def links():
    html = drawn(text=TEXT)
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
    html = drawn(text=TEXT)
    assert not re.search(r"<(script|img|iframe|link)\b|\bsrc=", html)


def test_link_to_copy__comes_first():
    html = drawn(text=TEXT)
    assert html.index("Copy link") < html.index("WhatsApp")
    assert f'value="{URL.replace("&", "&amp;")}"' in html


def test_chosen_networks__are_the_only_ones():
    html = drawn(networks=["x"])
    assert ">X</a>" in html
    assert "WhatsApp" not in html
    assert "mastodon" not in html


def test_code__is_the_channels_and_joins_what_is_there():
    found = sharing(url=URL, text=TEXT, source="thanks")
    assert found.copy_url == f"{URL}&s=thanks-copy"
    assert found.native_url == f"{URL}&s=thanks-native"
    for link in found.links:
        assert f"{URL}&s=thanks-{link.name}" in unquote(link.href) + link.text


def test_text__of_one_network_takes_the_place_of_the_general_one():
    found = {one.name: one for one in sharing(url=URL, text=TEXT, texts={"x": "Short"}).links}
    assert parse_qs(urlsplit(found["x"].href).query)["text"] == ["Short"]
    assert TEXT in found["mastodon"].text


def test_link_to_copy__goes_alone_without_a_text_of_its_own():
    found = sharing(url=URL, text=TEXT, source="thanks")
    assert found.copied == found.copy_url
    assert "Copy text and link" not in drawn(text=TEXT)


def test_link_to_copy__with_a_text_shows_what_is_copied_and_says_so():
    html = unescape(drawn(text=TEXT, texts={"copy": "Read <this> & sign"}))
    shown = r'<textarea[^>]*id="share-page"[^>]*readonly>Read <this> & sign ' + re.escape(URL)
    assert re.search(shown + "</textarea>", html)
    assert "Copy text and link" in html


def test_share_menu__is_handed_title_text_and_address():
    html = unescape(drawn(title="Ban “it”", text=TEXT, texts={"native": "Psst & sign"}))
    handed = f'data-url="{URL}" data-title="Ban “it”" data-text="Psst & sign"'
    assert handed in html


def test_mastodon__without_script_shows_the_text_to_copy():
    html = unescape(drawn(text=TEXT))
    assert re.search(r'class="no-script".*<textarea[^>]*readonly>' + re.escape(TEXT), html, re.S)


@pytest.mark.django_db
def test_share_section__names_the_pages_clean_address(client, home_page, settings):
    settings.BASE_URL = "https://ban.example"
    page = page_with(
        home_page, section("share", heading="Pass it on", message="Sign it"), slug="act"
    )
    html = client.get("/act/?s=abc&t=token").content.decode()
    assert 'value="https://ban.example/act/"' in html
    assert f'data-title="{page.title}" data-text="Sign it"' in html
    assert "token" not in html
