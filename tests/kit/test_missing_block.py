"""The stand-in by itself: what it tells to search, comparison, API and translation."""

from django.urls import reverse

from campaign_blocks.kit.missing import MissingBlock
from campaign_blocks.kit.registry import MISSING
from home.models import CampaignPage
from tests.kit.editing import open_editor, post
from tests.kit.factories import NOTE, POLL
from tests.kit.plugins import absent, stream_block


def test_compare__names_the_plugin_and_shows_no_json(poll_removed, editor_client):
    first = poll_removed.latest_revision_id
    data = open_editor(editor_client, poll_removed)
    post(editor_client, poll_removed, {**data, "body-0-deleted": "1"})
    last = CampaignPage.objects.get(pk=poll_removed.pk).latest_revision_id
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[poll_removed.pk, first, last])
    text = editor_client.get(compare).content.decode()
    assert "Section of the missing plugin “acme_poll”" in text
    assert "Never" not in text
    assert "&#x27;type&#x27;" not in text


def test_editor__gets_type_and_text(poll_removed, editor_client):
    edit = reverse("wagtailadmin_pages:edit", args=[poll_removed.pk])
    text = editor_client.get(edit).content.decode()
    assert "campaign_blocks.kit.MissingBlock" in text
    assert "kit/admin/missing-block.js" in text
    assert "that is not installed" in text


def test_api__leaves_the_section_out(poll_removed):
    items = stream_block().get_api_representation(poll_removed.body)
    assert [part["type"] for part in items] == ["acme_note"]


def test_references__are_none(poll_removed):
    assert list(stream_block().extract_references(poll_removed.body)) == []


def test_comments__find_the_section(poll_removed):
    found = stream_block().get_block_by_content_path(poll_removed.body, [POLL["id"], "question"])
    assert found.block.name == MISSING


def test_translation__takes_nothing_and_returns_all():
    block = MissingBlock()
    assert block.get_translatable_segments(POLL) == []
    assert block.restore_translated_segments(POLL, []) == POLL
    assert block.render(POLL) == ""


def test_unknown_type__answers_the_stand_in(note_block):
    with absent():
        assert stream_block().child_blocks["acme_poll"].name == MISSING
        assert "acme_poll" not in stream_block().child_blocks


def test_stream__round_trip_through_every_spelling(note_block):
    with absent():
        block = stream_block()
        value = block.to_python([POLL, NOTE])
        [child.value for child in value]
        assert block.get_prep_value(value) == [POLL, NOTE]
        assert block.get_prep_value(block.to_python(list(value.raw_data))) == [POLL, NOTE]
        [bulk] = block.bulk_to_python([[POLL, NOTE]])
        assert block.get_prep_value(bulk) == [POLL, NOTE]


def test_stream__that_is_no_json_keeps_its_text(note_block):
    value = stream_block().to_python("<p>once rich text</p>")
    assert (len(value), value.raw_text) == (0, "<p>once rich text</p>")
