import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campaign_blocks.kit.registry import campaign_blocks
from campaign_blocks.petition.services.expire import Opening
from tests.petition.factories import make_petition

NAMES = ("opening_petition", "petition", "local")


def publish(page, *sections):
    page.body = json.dumps(
        [
            {"type": name, "value": value, "id": f"id-{n}"}
            for n, (name, value) in enumerate(sections)
        ]
    )
    page.save_revision().publish()
    return page


@pytest.fixture
def signup(db):
    return make_petition(kind="signup", slug="local-team", title="Help here")


@pytest.fixture
def full_page(home_page, petition, signup):
    return publish(
        home_page,
        (
            "opening_petition",
            {"headline": "Ban it now", "lead": "One.\n\nTwo.", "petition": petition.pk},
        ),
        ("petition", {"petition": petition.pk, "heading": "Once more", "compact": True}),
        ("local", {"heading": "Act", "text": "<p>Locally.</p>", "signup": signup.pk}),
    )


def html_of(client):
    return client.get("/").content.decode()


def test_page__ids_never_clash(full_page, client):
    ids = re.findall(r'\bid="([^"]+)"', html_of(client))
    assert len(ids) == len(set(ids))
    assert {"sign", "sign-id-1", "signup-local-team", "sign-email"} <= set(ids)


def test_page__every_label_and_description_points_somewhere(full_page, client):
    page = html_of(client)
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    pointed = re.findall(r'\bfor="([^"]+)"', page)
    for attribute in re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', page):
        pointed += attribute.split()
    assert set(pointed) <= ids


def test_page__one_headline_and_a_sign_bar(full_page, client):
    page = html_of(client)
    assert page.count("<h1") == 1
    assert page.count("<h1") == 1
    assert "Ban it now</h1>" in page
    assert '<a class="sign-bar" href="#sign">' in page


def test_page__token_names_petition_and_page(full_page, petition, client):
    assert f'value="{petition.pk}:{full_page.pk}:0:0:' in html_of(client)


def test_page__holds_no_token_of_a_cookie(full_page, client):
    answer = client.get("/")
    assert "csrfmiddleware" not in answer.content.decode().lower()
    assert not answer.cookies


def test_page__saved_petition_shows_on_the_next_request(full_page, petition, client):
    html_of(client)
    petition.button_label = "Add me"
    petition.save()
    assert "Add me" in html_of(client)


def test_page__shows_the_end_when_its_hour_has_come(full_page, petition, client):
    clock = Opening()
    type(petition).objects.filter(pk=petition.pk).update(
        closes_at=timezone.now(), closed_text="We won."
    )
    clock.run()
    assert "We won." in html_of(client)


def test_opening__moments_long_gone_refresh_nothing(full_page, petition, monkeypatch):
    from campaign_blocks.kit import versions

    type(petition).objects.update(closes_at=timezone.now() - timedelta(days=1))
    bumped = []
    monkeypatch.setattr(versions, "bump", bumped.append)
    Opening().run()
    assert bumped == []


@pytest.mark.parametrize("name", NAMES)
def test_block__half_empty_renders(home_page, client, name):
    publish(home_page, (name, {}))
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("name", NAMES)
def test_block__preview_needs_no_record(db, rf, name):
    block = campaign_blocks()[name]
    html = block.render(block.get_preview_value(), {"request": rf.get("/")})
    assert "<form" in html
    assert 'type="submit"' in html


@pytest.mark.parametrize("name", NAMES)
def test_block__has_what_editors_need(db, name):
    meta = campaign_blocks()[name].meta
    assert meta.icon not in ("", "placeholder")
    assert meta.description
    assert "petitions" in meta.records


def test_page__warm_forms_ask_only_for_their_numbers(full_page, client):
    html_of(client)
    with CaptureQueriesContext(connection) as found:
        html_of(client)
    ours = [query for query in found if "petition_" in query["sql"]]
    assert len(ours) <= 2
