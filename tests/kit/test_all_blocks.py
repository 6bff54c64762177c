"""What every installed block promises, ours and the stranger's: it never breaks a page."""

import pytest
from bs4 import BeautifulSoup
from django.test import RequestFactory
from django.urls import reverse
from wagtail.blocks import ListBlock, StructBlock
from wagtail.images.blocks import ImageBlock

from campaign_blocks.kit.registry import campaign_blocks
from tests.kit.editing import autosave, open_editor, stream_values
from tests.kit.factories import campaign_page
from tests.kit.plugins import stream_block

PICTURES = ["img", "svg", "form", "iframe", "video", "picture", "canvas"]

every_block = pytest.mark.parametrize("name", list(campaign_blocks()))


def value_of_nothing(block):
    """A value whose every leaf is None; each list holds one such item."""
    if isinstance(block, StructBlock) and not isinstance(block, ImageBlock):
        parts = [(name, value_of_nothing(child)) for name, child in block.child_blocks.items()]
        return block.meta.value_class(block, parts)
    if isinstance(block, ListBlock):
        return block.normalize([value_of_nothing(block.child_block)])
    return None


def is_blank(html):
    soup = BeautifulSoup(html, "html.parser")
    return not soup.get_text(strip=True) and not soup.find(PICTURES)


@every_block
def test_preview__shows_something_without_any_record(name, editor_client):
    address = reverse("wagtailadmin_block_preview")
    answer = editor_client.get(address, {"id": campaign_blocks()[name].definition_prefix})
    assert answer.status_code == 200
    section = BeautifulSoup(answer.content, "html.parser").select_one("main > section")
    assert not is_blank(str(section))


@every_block
@pytest.mark.django_db
def test_no_stored_value__renders(name):
    block = campaign_blocks()[name]
    block.render(block.to_python({}))


@every_block
def test_no_stored_value__renders_in_a_page(name, home_page):
    block = campaign_blocks()[name]
    context = {"page": home_page, "request": RequestFactory().get("/"), "block_id": "1"}
    block.render(block.to_python({}), context)


@every_block
@pytest.mark.django_db
def test_value_of_nothing__renders(name):
    block = campaign_blocks()[name]
    block.render(value_of_nothing(block))
    block.get_searchable_content(block.to_python({}))


@every_block
def test_added_without_content__saves_as_a_draft_and_previews(name, home_page, editor_client):
    page = campaign_page(home_page, body=[])
    block = campaign_blocks()[name]
    empty = {"type": name, "value": block.get_form_state(block.get_default()), "id": ""}
    data = open_editor(editor_client, page) | stream_values([empty])
    answer = autosave(editor_client, page, data)
    assert answer.status_code == 200, answer.content
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().body[0].block_type == name
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert editor_client.post(preview, data).json()["is_valid"]
    assert editor_client.get(preview).status_code == 200


def test_all_blocks_on_one_page__render_and_search(home_page, client):
    body = [
        {"type": name, "value": {}, "id": f"{number:08}-0000-4000-8000-000000000000"}
        for number, name in enumerate(campaign_blocks())
    ]
    page = campaign_page(home_page, body=body)
    answer = client.get("/watch/")
    assert answer.status_code == 200
    sections = BeautifulSoup(answer.content, "html.parser").select("main > section[data-block]")
    assert [part["id"] for part in sections] == [f"s-{part['id']}" for part in body]
    assert stream_block().get_searchable_content(page.body) is not None
