import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail import hooks

from campaign_blocks.kit.doors import FollowUp
from campaign_blocks.petition.models import ShareText, ThanksStep
from campaign_blocks.petition.models.choices import ShareChannel
from tests.petition.factories import make_petition

pytestmark = pytest.mark.django_db


@pytest.fixture
def petition(home_page):
    values = {"share_text": "Sign with me", "page": home_page}
    return make_petition(title="Ban it", slug="ban-it", **values)


def page_of(client, petition, path="/petitions/{}/thanks/"):
    return unescape(client.get(path.format(petition.slug)).content.decode())


def headings(client, petition):
    return re.findall(r"<h2[^>]*>([^<]+)</h2>", page_of(client, petition))


def add(petition, *kinds, **values):
    for order, kind in enumerate(kinds):
        ThanksStep.objects.create(petition=petition, kind=kind, sort_order=order, **values)


def test_steps__without_staffs_own_are_share_lawmakers_signup(petition, client):
    make_petition(kind="signup", page=petition.page, title="Near you")
    assert headings(client, petition) == [
        "Now pass it on",
        "Ask your own lawmakers",
        "Do something where you live",
    ]


def test_steps__come_in_staffs_order(petition, client):
    add(petition, "lawmakers", "share")
    assert headings(client, petition) == ["Ask your own lawmakers", "Now pass it on"]


def test_step__staffs_words_take_the_place_of_ours(petition, client):
    add(
        petition,
        "donate",
        heading="Chip in",
        text="Five is fine.",
        button="Give",
        url="https://give.example/",
    )
    page = page_of(client, petition)
    for words in ("Chip in", "Five is fine.", ">Give</a>", 'href="https://give.example/"'):
        assert words in page
    assert "Keep the campaign going" not in page


def test_step__with_nothing_to_offer_is_left_out(petition, client):
    add(petition, "signup", "share")
    assert headings(client, petition) == ["Now pass it on"]


def test_lawmakers__without_the_plugin_are_left_out(petition, client, monkeypatch):
    monkeypatch.setattr("campaign_blocks.petition.thanks_steps.follow_ups", dict)
    assert "Ask your own lawmakers" not in page_of(client, petition)


def test_lawmakers__are_asked_for_on_this_site_alone(petition, client):
    page = page_of(client, petition)
    (form,) = [one for one in re.findall(r"<form.*?</form>", page, re.S) if 'name="zip"' in one]
    assert 'method="get"' in form
    assert 'action="/scoreboard/#find-mine"' in form


def test_lawmakers__any_plugin_may_answer(petition, client):
    door = FollowUp("lawmakers", lambda: "<p>Mine</p>")
    with hooks.register_temporarily("register_follow_up", lambda: door):
        assert "Mine" in page_of(client, petition)


def test_share__copy_comes_first_then_the_channels_in_order(petition, client):
    page = page_of(client, petition)
    names = [
        "Copy link",
        "Share…",
        "WhatsApp",
        "Bluesky",
        "Mastodon",
        ">X<",
        "E-mail",
        "Text message",
    ]
    places = [page.index(name) for name in names]
    assert places == sorted(places)


def test_share__every_link_carries_its_channel_and_no_person(petition, client):
    page = page_of(client, petition).replace("%3D", "=").replace("%3F", "?")
    codes = set(re.findall(r"\?s=([\w-]+)", page))
    channels = ("copy", "native", "whatsapp", "bluesky", "mastodon", "x", "email", "sms")
    assert codes == {f"thanks-{channel}" for channel in channels}


def test_share__channel_has_staffs_own_text(petition, client):
    ShareText.objects.create(petition=petition, channel="bluesky", text="Hello skyers")
    page = page_of(client, petition)
    assert "bsky.app/intent/compose?text=Hello%20skyers" in page
    assert "wa.me/?text=Sign%20with%20me" in page


def test_share__every_channel_of_the_form_reaches_the_page(petition, client):
    for channel in ShareChannel:
        ShareText.objects.create(petition=petition, channel=channel, text=f"Words-for-{channel}.")
    page = page_of(client, petition)
    assert [channel for channel in ShareChannel if f"Words-for-{channel}." not in page] == []
    assert "Sign with me" not in page


def test_share__menu_of_the_device_has_title_and_text(petition, client):
    assert 'data-title="Ban it" data-text="Sign with me"' in page_of(client, petition)


def test_page__is_the_same_for_everybody(petition, client):
    first = client.get("/petitions/ban-it/thanks/")
    again = client.get("/petitions/ban-it/thanks/", HTTP_COOKIE="a=b", HTTP_USER_AGENT="other")
    assert first.content == again.content
    assert "public" in first["Cache-Control"]
    assert not first.cookies


def test_page__asks_for_the_button_in_the_mail_only_where_there_is_one(petition, client):
    assert "press its button" not in page_of(client, petition)
    waits = make_petition(confirm_by_mail=True)
    assert "press its button" in page_of(client, waits)


def test_embed__shares_in_new_tabs_and_leads_on(petition, client):
    page = page_of(client, petition, "/embed/petition/{}/thanks/")
    links = re.findall(r'<a class="share__item"[^>]*>', page)
    assert len(links) == 5
    assert all('target="_blank"' in link and 'rel="noopener"' in link for link in links)
    assert 'href="/petitions/ban-it/thanks/" target="_top"' in page


def test_page__query_count_does_not_grow_with_the_steps(
    petition, client, django_assert_num_queries
):

    add(petition, "share")
    client.get("/petitions/ban-it/thanks/")
    with CaptureQueriesContext(connection) as one:
        client.get("/petitions/ban-it/thanks/")
    add(petition, *["link"] * 50, url="https://more.example/")
    with django_assert_num_queries(len(one)):
        client.get("/petitions/ban-it/thanks/")
