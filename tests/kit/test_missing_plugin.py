"""A plugin is removed, pages live on, the plugin returns: nothing it stored is lost."""

from datetime import timedelta

import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from campaign_blocks.kit.registry import MISSING
from home.models import CampaignPage
from tests.kit.editing import open_editor, post
from tests.kit.factories import POLL
from tests.kit.plugins import absent
from tests.kit.stored import everything_stored, item, live_stream, revision_streams


def assert_kept(page):
    """The poll is stored unchanged, live and in every revision; no stand-in is."""
    assert item(live_stream(page), "acme_poll") == POLL
    for stream in revision_streams(page):
        assert item(stream, "acme_poll") == POLL
    assert MISSING not in everything_stored()


def test_draft__keeps_the_section(poll_removed, editor_client):
    data = open_editor(editor_client, poll_removed)
    answer = post(editor_client, poll_removed, data, title="New title")
    assert answer.status_code == 302
    assert len(revision_streams(poll_removed)) == 2
    assert_kept(poll_removed)


def test_publish__keeps_the_section(poll_removed, editor_client):
    data = open_editor(editor_client, poll_removed)
    post(editor_client, poll_removed, {**data, "title": "New"}, **{"action-publish": "1"})
    assert CampaignPage.objects.get(pk=poll_removed.pk).title == "New"
    assert_kept(poll_removed)


def test_other_section_edited__keeps_the_section(poll_removed, editor_client):
    data = open_editor(editor_client, poll_removed)
    changed = {**data, "body-1-value-text": "Changed"}
    post(editor_client, poll_removed, changed, **{"action-publish": "1"})
    assert item(live_stream(poll_removed), "acme_note")["value"]["text"] == "Changed"
    assert_kept(poll_removed)


def test_move_and_delete__are_the_editors_choice(poll_removed, editor_client):
    data = open_editor(editor_client, poll_removed)
    moved = {**data, "body-0-order": "1", "body-1-order": "0"}
    post(editor_client, poll_removed, moved, **{"action-publish": "1"})
    assert [part["type"] for part in live_stream(poll_removed)] == ["acme_note", "acme_poll"]
    data = open_editor(editor_client, poll_removed)
    post(editor_client, poll_removed, {**data, "body-1-deleted": "1"}, **{"action-publish": "1"})
    assert [part["type"] for part in live_stream(poll_removed)] == ["acme_note"]


def test_copy_and_alias__carry_the_section(poll_removed):
    twin = poll_removed.copy(update_attrs={"slug": "twin", "title": "Twin"})
    alias = poll_removed.create_alias(update_slug="alias")
    alias.get_latest_revision_as_object()
    assert item(live_stream(twin), "acme_poll") == POLL
    assert item(live_stream(alias), "acme_poll") == POLL
    assert MISSING not in everything_stored()


def test_revert__brings_the_section_back(poll_removed, editor_client):
    first = poll_removed.latest_revision
    data = open_editor(editor_client, poll_removed)
    post(editor_client, poll_removed, {**data, "body-0-deleted": "1"}, **{"action-publish": "1"})
    assert [part["type"] for part in live_stream(poll_removed)] == ["acme_note"]
    first.as_object().save_revision(previous_revision=first).publish()
    assert item(live_stream(poll_removed), "acme_poll") == POLL
    revert = reverse("wagtailadmin_pages:revisions_revert", args=[poll_removed.pk, first.pk])
    assert b"acme_poll" in editor_client.get(revert).content


def test_workflow__submits_and_approves_the_section(poll_removed, editor_client, admin_user):
    task = GroupApprovalTask.objects.create(name="Read it")
    workflow = Workflow.objects.create(name="Four eyes")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    page = CampaignPage.objects.get(pk=poll_removed.pk)
    page.save_revision()
    state = workflow.start(page, admin_user)
    state.current_task_state.approve(user=admin_user)
    assert live_stream(page) == revision_streams(page)[-1]
    assert_kept(poll_removed)


def test_schedule__publishes_the_section(poll_removed):
    page = CampaignPage.objects.get(pk=poll_removed.pk)
    page.title, page.go_live_at = "On time", timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("publish_scheduled")
    assert CampaignPage.objects.get(pk=poll_removed.pk).title == "On time"
    assert_kept(poll_removed)


def test_unpublish_and_bulk_update__keep_the_section(poll_removed):
    poll_removed.unpublish()
    loaded = CampaignPage.objects.get(pk=poll_removed.pk)
    CampaignPage.objects.bulk_update([loaded], ["body"])
    assert_kept(poll_removed)


def test_reinstalled__shows_the_section_again(page, editor_client, client):
    with absent():
        data = open_editor(editor_client, page)
        post(editor_client, page, {**data, "title": "While absent"}, **{"action-publish": "1"})
        assert b"Never" not in client.get("/watch/").content
    assert b"Never" in client.get("/watch/").content
    assert_kept(page)


def test_posted_after_return__becomes_the_real_block(page, editor_client):
    with absent():
        data = open_editor(editor_client, page)
    assert data["body-0-type"] == MISSING
    answer = post(editor_client, page, {**data, "title": "Back"}, **{"action-publish": "1"})
    assert answer.status_code == 302
    assert CampaignPage.objects.get(pk=page.pk).body[0].block_type == "acme_poll"
    assert_kept(page)


def test_absent__is_not_rendered_and_not_searched(poll_removed, client):
    answer = client.get("/watch/")
    assert answer.status_code == 200
    assert b"A note that stays" in answer.content
    assert b"acme_poll" not in answer.content
    assert b"missing_section" not in answer.content
    body = CampaignPage.objects.get(pk=poll_removed.pk).body
    words = body.stream_block.get_searchable_content(body)
    assert words == ["A note that stays"]
