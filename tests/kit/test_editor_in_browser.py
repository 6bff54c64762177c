"""The stand-in as an editor meets it, in a real Chromium."""

import pytest
from django.urls import reverse

from home.models import CampaignPage
from tests.kit.chromium import opened
from tests.kit.editing import open_editor, post
from tests.kit.factories import POLL
from tests.kit.plugins import absent
from tests.kit.stored import item, live_stream

pytestmark = pytest.mark.browser

PANEL = "[data-streamfield-child]"
VALUE = "input[name='body-0-value']"


def editor_of(page):
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return edit, reverse("wagtailadmin_javascript_catalog")


def test_stand_in__says_what_is_missing_and_can_be_moved_and_deleted(poll_removed, editor_client):
    with opened(editor_client, *editor_of(poll_removed)) as browser:
        panel = browser.locator(PANEL).first
        text = panel.inner_text()
        assert "needs the plugin “acme_poll” that is not installed" in text
        assert "kept, hidden from visitors, and can be deleted" in text
        assert panel.locator("input:visible, textarea:visible").count() == 0
        for name in ("Move down", "Duplicate", "Delete"):
            assert panel.get_by_role("button", name=name).first.count() == 1


def test_menu__does_not_offer_the_stand_in(poll_removed, editor_client):
    with opened(editor_client, *editor_of(poll_removed)) as browser:
        browser.get_by_role("button", name="Insert a block").last.click()
        options = browser.get_by_role("option")
        options.first.wait_for()
        names = options.all_inner_texts()
    assert any("Note" in name for name in names)
    assert not any(
        not name.strip() or "missing" in name.lower() or "poll" in name.lower() for name in names
    )


def test_value_of_the_browser__posted_keeps_the_section(poll_removed, editor_client):
    with opened(editor_client, *editor_of(poll_removed)) as browser:
        panel = browser.locator(PANEL).first
        panel.get_by_role("button", name="Duplicate").click()
        value = browser.locator(VALUE).input_value()
        twin = browser.locator("input[name='body-2-value']").input_value()
    assert value == twin
    data = open_editor(editor_client, poll_removed)
    post(editor_client, poll_removed, {**data, "body-0-value": value}, **{"action-publish": "1"})
    assert item(live_stream(poll_removed), "acme_poll") == POLL


def test_installed_again__is_edited_as_before(page, editor_client):
    with absent():
        CampaignPage.objects.get(pk=page.pk).save_revision()
    with opened(editor_client, *editor_of(page)) as browser:
        question = browser.locator("input[name='body-0-value-question']")
        assert question.input_value() == POLL["value"]["question"]
        browser.get_by_role("button", name="Insert a block").last.click()
        browser.get_by_role("option", name="Acme poll").wait_for()
