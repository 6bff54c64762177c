"""What an editor does: sign in, change a word, publish, and see it."""

import re
import uuid

import pytest


@pytest.fixture
def editor(open_page, site):
    page = open_page(viewport={"width": 1400, "height": 1000})
    page.goto("/admin/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password", exact=True).fill(site.password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")
    return page


def home_editor(page):
    page.goto("/admin/pages/")
    page.locator("a[href$='/edit/']").first.click()
    page.wait_for_load_state()


def test_editor__sees_the_demo_page_in_the_explorer(editor):
    home_editor(editor)
    assert editor.locator("[data-streamfield-child]").count() > 10


def test_new_page__written_published_and_read(editor, open_page):
    editor.goto("/admin/pages/")
    editor.locator("a[href$='/add_subpage/']").first.click()
    editor.get_by_role("link", name=re.compile("Campaign page")).first.click()
    title = f"Night watch {uuid.uuid4().hex[:6]}"
    editor.get_by_label("Title", exact=False).first.fill(title)
    editor.get_by_role("button", name=re.compile("Insert a block|Add")).first.click()
    editor.get_by_role("option", name=re.compile("^Text")).first.click()
    area = editor.locator("[data-streamfield-child] [role=textbox]").first
    area.click()
    editor.keyboard.type("Somebody has to watch the watchers.")
    editor.wait_for_timeout(1500)
    editor.get_by_role("button", name="More actions").click()
    editor.get_by_role("button", name="Publish", exact=True).click()
    editor.wait_for_load_state()
    visitor = open_page()
    response = visitor.goto("/" + title.lower().replace(" ", "-") + "/")
    assert response.status == 200
    assert "watch the watchers" in visitor.locator("main").inner_text()


def test_block_menu__shows_six_groups_in_the_order_of_a_page(editor):
    home_editor(editor)
    editor.get_by_role("button", name=re.compile("Insert a block")).first.click()
    menu = editor.locator("[role=listbox], .w-combobox").first
    text = menu.inner_text()
    groups = [
        "Top of page",
        "Make the case",
        "Take action",
        "Show the evidence",
        "People and partners",
        "Extras",
    ]
    places = [text.lower().index(group.lower()) for group in groups]
    assert places == sorted(places)
    assert "missing" not in text.lower()
