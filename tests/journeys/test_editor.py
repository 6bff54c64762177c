"""What an editor does: write sections, see them, lose nothing; a moderator publishes."""

import re
import uuid

from playwright.sync_api import expect

from tests.journeys.test_visitor import eventually

GROUPS = [
    "Top of page",
    "Make the case",
    "Take action",
    "Show the evidence",
    "People and partners",
    "Extras",
]


# Wagtail keeps what is written after it has looked at the fresh form once.
WATCHED = """document.addEventListener("w-unsaved:watch-edits",
    () => { document.documentElement.dataset.watched = "yes"; })"""


def open_home(page):
    page.goto("/admin/pages/")
    page.goto(page.locator("a[href$='/edit/']").first.get_attribute("href"))


def new_page(page, block):
    """A new campaign page with one section of this kind; the title of the page."""
    page.goto("/admin/pages/")
    edit = page.locator("a[href$='/edit/']").first.get_attribute("href")
    page.add_init_script(WATCHED)
    page.goto(edit.replace("/edit/", "/add_subpage/"))
    page.get_by_role("link", name=re.compile("^Campaign page")).click()
    page.wait_for_selector("html[data-watched]")
    title = f"Night watch {uuid.uuid4().hex[:6]}"
    page.locator("#id_title").fill(title)
    page.get_by_role("button", name="Insert a block").first.click()
    page.get_by_role("option", name=block, exact=True).click()
    return title


def write(page, words):
    page.locator("[data-streamfield-child] [role=textbox]").first.click()
    page.keyboard.type(words)
    taken = "words => document.querySelector('[name=body-0-value-text]').value.includes(words)"
    page.wait_for_function(taken, arg=words)


def publish(page):
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()


def test_editor__finds_every_section_of_the_demo_page(editor):
    open_home(editor)
    kinds = editor.locator("input[type=hidden]").evaluate_all(
        "all => all.filter(one => /^body-[0-9]+-type$/.test(one.name)).length"
    )
    assert kinds == 16


def test_block_menu__shows_six_groups_in_the_order_of_a_page(editor):
    open_home(editor)
    editor.get_by_role("button", name="Insert a block").first.click()
    text = editor.get_by_role("listbox").first.inner_text().lower()
    places = [text.index(group.lower()) for group in GROUPS]
    assert places == sorted(places)
    assert "missing" not in text


def test_unfinished_section__is_kept_without_a_click(editor, sign_in):
    title = new_page(editor, "Argument")
    write(editor, "Half a thought")
    editor.wait_for_url("**/edit/")
    assert eventually(lambda: "Half a thought" in editor.request.get(editor.url).text(), 30)
    later = sign_in("editor")
    later.goto(editor.url)
    later.locator("[role=textbox]", has_text="Half a thought").wait_for()
    assert later.locator("#id_title").input_value() == title


def test_preview__shows_the_unfinished_page_beside_the_form(editor):
    new_page(editor, "Argument")
    write(editor, "Seen before it is published")
    editor.wait_for_url("**/edit/")
    editor.get_by_role("button", name="Toggle preview").click()
    preview = editor.frame_locator("iframe[title=Preview]:not(.w-preview__proxy)")
    preview.locator("main").get_by_text("Seen before it is published").wait_for()


def test_publish__with_an_empty_heading_is_refused_at_the_field(moderator):
    new_page(moderator, "Argument")
    write(moderator, "A text without its heading")
    publish(moderator)
    heading = moderator.get_by_label("Heading")
    heading.wait_for()
    field = moderator.locator("[data-contentpath=heading]")
    expect(field).to_contain_text("This field is required")
    expect(moderator.locator(".messages .error")).to_be_visible()


def test_editor__hands_in_and_cannot_publish(editor):
    new_page(editor, "Text")
    editor.get_by_role("button", name="More actions").click()
    offered = editor.locator("footer")
    expect(offered).to_contain_text("Submit to", use_inner_text=True)
    expect(offered).not_to_contain_text("Publish", use_inner_text=True)


def test_published_page__is_read_by_a_visitor(moderator, open_page):
    title = new_page(moderator, "Text")
    write(moderator, "Somebody has to watch the watchers.")
    publish(moderator)
    moderator.locator(".messages .success").wait_for()
    visitor = open_page()
    response = visitor.goto("/" + title.lower().replace(" ", "-") + "/")
    assert response.status == 200
    expect(visitor.locator("main")).to_contain_text("watch the watchers")
