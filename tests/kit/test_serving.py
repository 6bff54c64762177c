"""A page is rendered once and shared, until something it shows changes; never when restricted."""

import pytest
from django.core.cache import caches
from django.urls import reverse
from wagtail.models import PageViewRestriction, Site

from campaign_blocks.kit import versions
from home.models import CampaignPage
from tests.acme_poll.blocks import PollBlock
from tests.kit.editing import autosave, open_editor, post
from tests.kit.factories import campaign_page
from tests.kit.plugins import added

ADDRESS = "/watch/"


def kept_pages():
    return [key for key in caches["bodies"]._cache if ":page:" in key]


@pytest.mark.parametrize("sections", [1, 50])
def test_warm_page__takes_few_queries(
    note_block, home_page, client, django_assert_max_num_queries, sections
):
    items = [{"type": "acme_note", "value": {"text": "x"}, "id": str(n)} for n in range(sections)]
    campaign_page(home_page, body=items)
    client.get(ADDRESS)
    with django_assert_max_num_queries(6):
        assert client.get(ADDRESS).status_code == 200


def test_page__is_rendered_once(page, client, monkeypatch):
    renders = []
    monkeypatch.setattr(
        PollBlock, "get_context", lambda self, value, **kw: renders.append(1) or {"value": value}
    )
    answers = {client.get(ADDRESS).content for _ in range(3)}
    assert (len(renders), len(answers)) == (1, 1)


def test_page__is_public_and_sets_no_cookie(page, client):
    for _ in range(2):
        answer = client.get(ADDRESS)
        assert answer["Cache-Control"].startswith("public, max-age=0, s-maxage=60")
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")


def test_signed_in_editor__gets_and_leaves_the_same_page(page, client, editor_client):
    mine = editor_client.get(ADDRESS)
    editor_client.logout()
    assert client.get(ADDRESS).content == mine.content
    assert b"wagtail-userbar" not in mine.content


def test_draft__does_not_empty_the_cache(page, client, editor_client):
    before = client.get(ADDRESS).content
    [key] = kept_pages()
    data = open_editor(editor_client, page)
    assert autosave(editor_client, page, {**data, "title": "Draft"}).status_code == 200
    assert client.get(ADDRESS).content == before
    assert kept_pages() == [key]


def test_publishing__shows_on_the_next_request(page, client, editor_client):
    client.get(ADDRESS)
    data = open_editor(editor_client, page)
    post(editor_client, page, {**data, "title": "Fresh words"}, **{"action-publish": "1"})
    assert b"Fresh words" in client.get(ADDRESS).content


def test_publishing_in_the_shell__shows_on_the_next_request(page, client):
    client.get(ADDRESS)
    CampaignPage.objects.filter(pk=page.pk).update(title="By hand")
    versions.bump("pages")
    assert b"By hand" in client.get(ADDRESS).content


def test_bump__shows_on_the_next_request(home_page, client):
    words = ["before"]

    class CountingBlock(PollBlock):
        def get_context(self, value, parent_context=None):
            return {"value": {"question": words[0]}}

    with added(lambda: ("acme_counting", CountingBlock(records=("places",)))):
        campaign_page(home_page, body=[{"type": "acme_counting", "value": {}, "id": "1"}])
        client.get(ADDRESS)
        words[0] = "after"
        assert b"before" in client.get(ADDRESS).content
        versions.bump("places")
        assert b"after" in client.get(ADDRESS).content


def test_unpublished__is_gone_on_the_next_request(page, client):
    client.get(ADDRESS)
    CampaignPage.objects.get(pk=page.pk).unpublish()
    assert client.get(ADDRESS).status_code == 404


@pytest.mark.parametrize("kind", ["login", "password"])
def test_restricted__is_neither_shown_nor_kept(page, client, kind):
    client.get(ADDRESS)
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="open sesame")
    caches["bodies"].clear()
    answer = client.get(ADDRESS)
    assert b"Never" not in answer.content
    assert "public" not in answer.get("Cache-Control", "")
    assert kept_pages() == []


def test_restricted__hides_a_page_already_kept(page, client):
    assert b"Never" in client.get(ADDRESS).content
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert b"Never" not in client.get(ADDRESS).content


def test_restricted__is_served_to_its_reader_privately(page, editor_client):
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    answer = editor_client.get(ADDRESS)
    assert b"Never" in answer.content
    assert "public" not in answer["Cache-Control"]
    assert kept_pages() == []


def test_preview__is_fresh_and_not_kept(page, editor_client):
    data = open_editor(editor_client, page)
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert editor_client.post(preview, {**data, "title": "Only a preview"}).json()["is_valid"]
    answer = editor_client.get(preview)
    assert b"Only a preview" in answer.content
    assert "public" not in answer.get("Cache-Control", "")
    assert kept_pages() == []


def test_privacy_and_copy__still_work_in_the_admin(page, editor_client):
    """Wagtail asks our pages for their restrictions as a query set."""
    privacy = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    assert editor_client.get(privacy).status_code == 200
    twin = page.copy(to=page, update_attrs={"slug": "twin"})
    assert page.create_alias(parent=page, update_slug="alias").pk != twin.pk


def test_sites__are_kept_apart(page, client):
    Site.objects.create(hostname="two.example", root_page=page.get_parent())
    client.get(ADDRESS, HTTP_HOST="one.example")
    client.get(ADDRESS, HTTP_HOST="two.example")
    assert len(kept_pages()) == 2


def test_hosts__of_one_site_share_a_page(page, client):
    """Any port passes ALLOWED_HOSTS: copies by Host header would fill the memory on demand."""
    answers = {client.get(ADDRESS, HTTP_HOST=f"localhost:{port}").content for port in range(1, 9)}
    assert (len(answers), len(kept_pages())) == (1, 1)
