"""`manage.py orphan_blocks`: what a release checks before and after a plugin leaves."""

import pytest
from django.core.management import CommandError, call_command

from campaign_blocks.kit.management.commands.orphan_blocks import Command
from campaign_blocks.kit.orphans import orphans
from tests.kit.editing import open_editor, post
from tests.kit.factories import campaign_page
from tests.kit.plugins import absent


def test_nothing_missing__succeeds(page, capsys):
    call_command("orphan_blocks")
    assert "Every stored section belongs to an installed plugin." in capsys.readouterr().out


def test_missing__fails_and_names_page_type_and_counts(poll_removed, capsys):
    poll_removed.save_revision()
    with pytest.raises(CommandError) as failure:
        call_command("orphan_blocks")
    assert failure.value.returncode == 1
    assert "1 pages hold sections of 1 block types" in str(failure.value)
    assert capsys.readouterr().out == (
        f"home.CampaignPage {poll_removed.pk} “Watching us”: "
        "block type 'acme_poll', 1 in the live row, 2 in revisions\n"
    )


def test_only_in_old_revision__fails_too(poll_removed, editor_client):
    data = open_editor(editor_client, poll_removed)
    post(editor_client, poll_removed, {**data, "body-0-deleted": "1"}, **{"action-publish": "1"})
    [orphan] = orphans()
    assert (orphan.live, orphan.revisions) == (0, 1)


def test_deleted_page__has_left_nothing(page, home_page):
    campaign_page(home_page, slug="second")
    page.delete()
    with absent():
        assert [orphan.title for orphan in orphans()] == ["Watching us"]


def test_empty_streams__are_no_trouble(home_page):
    campaign_page(home_page, body=[], slug="empty")
    assert orphans() == []


@pytest.mark.parametrize("pages", [1, 50])
def test_queries__do_not_grow_with_pages(poll_removed, django_assert_max_num_queries, pages):
    home = poll_removed.get_parent()
    for number in range(1, pages):
        campaign_page(home, slug=f"page-{number}")
    with django_assert_max_num_queries(30):
        assert len(orphans()) == pages


def test_help__has_an_example():
    assert "Example: manage.py orphan_blocks" in Command.help
