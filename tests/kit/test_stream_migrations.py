"""A plugin's own migration reaches live rows, drafts and old revisions of every campaign stream."""

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from wagtail.blocks.migrations.operations import (
    RemoveStreamChildrenOperation,
    RenameStreamChildrenOperation,
    RenameStructChildrenOperation,
)

from campaign_blocks.kit.stream_migrations import migrate_campaign_blocks
from home.models import CampaignPage
from tests.kit.factories import NOTE, POLL
from tests.kit.plugins import absent
from tests.kit.stored import item, live_stream, revision_streams


@pytest.fixture
def drafted(page):
    """Live, an older revision and a draft, all with the poll."""
    draft = CampaignPage.objects.get(pk=page.pk)
    draft.title = "Draft"
    draft.save_revision()
    return page


def migrate(*operations_and_paths):
    loader = MigrationLoader(connection)
    state = loader.project_state(loader.graph.leaf_nodes())
    migrate_campaign_blocks(*operations_and_paths).code(state.apps, None)


def everywhere(page):
    return [live_stream(page), *revision_streams(page)]


def test_renamed_field__changes_live_draft_and_old_revision(drafted):
    migrate((RenameStructChildrenOperation("question", "title"), "acme_poll"))
    streams = everywhere(drafted)
    assert len(streams) == 3
    for stream in streams:
        value = item(stream, "acme_poll")["value"]
        assert value["title"] == POLL["value"]["question"]
        assert "question" not in value
        assert item(stream, "acme_note") == NOTE


def test_renamed_type__works_while_the_plugin_is_absent(drafted):
    with absent():
        migrate((RenameStreamChildrenOperation("acme_poll", "acme_survey"), ""))
    for stream in everywhere(drafted):
        assert item(stream, "acme_survey") == {**POLL, "type": "acme_survey"}


def test_retired_type__is_gone_everywhere(drafted):
    migrate((RemoveStreamChildrenOperation("acme_poll"), ""))
    assert everywhere(drafted) == [[NOTE]] * 3


def test_streams_of_other_plugins__stay_equal(drafted):
    before = everywhere(drafted)
    migrate((RemoveStreamChildrenOperation("nobody_has_this"), ""))
    assert everywhere(drafted) == before
