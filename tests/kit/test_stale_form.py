"""A form opened while the plugin was installed, or changed by hand, is refused; nothing is lost."""

import pytest
from django.core import signing

from campaign_blocks.kit.registry import MISSING
from tests.kit.editing import autosave, open_editor, post
from tests.kit.factories import POLL
from tests.kit.plugins import absent
from tests.kit.stored import item, live_stream, revision_streams

REFUSED = b"belongs to a plugin that has been removed"


def assert_untouched(page, revisions=1):
    assert len(revision_streams(page)) == revisions
    assert item(live_stream(page), "acme_poll") == POLL
    assert item(revision_streams(page)[-1], "acme_poll") == POLL


@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}])
def test_stale_form__is_refused(page, editor_client, action):
    data = open_editor(editor_client, page)
    with absent():
        answer = post(editor_client, page, data, **action)
        assert answer.status_code == 200
        assert REFUSED in answer.content
    assert_untouched(page)


def test_stale_autosave__is_refused(page, editor_client):
    data = open_editor(editor_client, page)
    with absent():
        answer = autosave(editor_client, page, data)
    assert answer.status_code == 400
    assert answer.json()["error_code"] == "validation_error"
    assert_untouched(page)


def test_fresh_autosave__keeps_the_section(poll_removed, editor_client):
    data = open_editor(editor_client, poll_removed)
    first = autosave(editor_client, poll_removed, {**data, "title": "One"})
    assert first.status_code == 200
    again = {"overwrite_revision_id": first.json()["revision_id"], "title": "Two"}
    assert autosave(editor_client, poll_removed, {**data, **again}).status_code == 200
    assert_untouched(poll_removed, revisions=2)


FORGED = {
    "no signature": '{"type": "acme_poll", "value": {"question": "<script>"}}',
    "empty": "",
    "other salt": "acme_poll " + signing.dumps(POLL, salt="other", compress=True),
    "no item": "acme_poll " + signing.dumps("text", salt="campaign_blocks.kit.missing"),
    "no type": signing.dumps({"type": "", "value": 1}, salt="campaign_blocks.kit.missing"),
}


@pytest.mark.parametrize("name", FORGED)
def test_forged_value__is_refused(poll_removed, editor_client, name):
    data = open_editor(editor_client, poll_removed)
    assert data["body-0-type"] == MISSING
    answer = post(editor_client, poll_removed, {**data, "body-0-value": FORGED[name]})
    assert answer.status_code == 200
    assert REFUSED in answer.content
    assert_untouched(poll_removed)


def test_tampered_value__is_refused(poll_removed, editor_client):
    data = open_editor(editor_client, poll_removed)
    whole = data["body-0-value"]
    middle = len(whole) // 2
    bent = whole[:middle] + ("A" if whole[middle] != "A" else "B") + whole[middle + 1 :]
    answer = autosave(editor_client, poll_removed, {**data, "body-0-value": bent})
    assert answer.status_code == 400
    assert_untouched(poll_removed)


def test_invented_type__is_refused(page, editor_client):
    data = open_editor(editor_client, page)
    answer = post(editor_client, page, {**data, "body-1-type": "made_up"})
    assert answer.status_code == 200
    assert REFUSED in answer.content
    assert_untouched(page)
