"""The page editor's form, as a browser would post it."""

from django.urls import reverse
from wagtail.blocks import ListBlock, StructBlock
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from tests.kit.plugins import stream_block

JSON = {"Accept": "application/json"}


def open_editor(client, page):
    """All values of the open editor, its stream included, as one flat dict."""
    page = Page.objects.get(pk=page.pk).get_latest_revision_as_object()
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert answer.status_code == 200
    data = querydict_from_html(answer.content.decode(), form_id="page-edit-form").dict()
    return {**data, **stream_values(stream_block().get_form_state(page.body))}


def stream_values(items):
    data = {"body-count": str(len(items))}
    for index, item in enumerate(items):
        prefix = f"body-{index}"
        block = stream_block().child_blocks[item["type"]]
        data |= {f"{prefix}-type": item["type"], f"{prefix}-id": item.get("id") or ""}
        data |= {f"{prefix}-order": str(index), f"{prefix}-deleted": ""}
        data |= block_values(block, item["value"], f"{prefix}-value")
    return data


def block_values(block, state, prefix):
    if isinstance(block, StructBlock):
        data = {}
        for name, child in block.child_blocks.items():
            data |= block_values(child, state[name], f"{prefix}-{name}")
        return data
    if isinstance(block, ListBlock):
        return list_values(block, state, prefix)
    return field_value(state, prefix)


def field_value(state, prefix):
    """A select gives its state as a list, a chooser as a dict, a tick as True."""
    if isinstance(state, list):
        return {prefix: [str(part) for part in state]}
    if isinstance(state, dict):
        state = state.get("id")
    if state is False:
        return {}
    return {prefix: "on" if state is True else str("" if state is None else state)}


def list_values(block, items, prefix):
    data = {f"{prefix}-count": str(len(items))}
    for index, item in enumerate(items):
        place = f"{prefix}-{index}"
        data |= {f"{place}-id": item["id"] or "", f"{place}-order": str(index)}
        data |= {f"{place}-deleted": "", f"{place}-type": "item"}
        data |= block_values(block.child_block, item["value"], f"{place}-value")
    return data


def post(client, page, data, **extra):
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {**data, **extra})


def autosave(client, page, data):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, data, headers=JSON)
