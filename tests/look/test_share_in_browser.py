"""What copying and the device's own share menu hand over, pressed in a real Chromium."""

import pytest
from django.template.loader import render_to_string

from campaign_blocks.kit.sharing import sharing
from tests.look.browser import gallery, opened

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
URL = "https://ban.example/?a=1"
PHONE, DESKTOP = (390, 844), (1280, 800)
MENU = "navigator.share = async (handed) => { window.handed = handed }"


def drawn(**texts):
    found = sharing(url=URL, title="Ban “it”", text="Sign & tell", texts=texts, source="thanks")
    links = render_to_string("kit/share_links.html", {"sharing": found, "share_id": "mine"})
    return f'<div id="here">{links}</div><textarea id="paste" aria-label="Paste"></textarea>'


def pasted(page):
    field = page.locator("#paste")
    field.press("Control+V")
    return field.input_value()


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_copying__takes_staffs_text_with_the_link(size):
    with opened(gallery(drawn(copy="Read & sign")), size) as page:
        page.locator("#here").get_by_role("button", name="Copy text and link").click()
        page.get_by_role("status").filter(has_text="Copied").wait_for()
        assert pasted(page) == "Read & sign https://ban.example/?a=1&s=thanks-copy"
        assert page.evaluate("document.documentElement.scrollWidth") == size[0]


def test_copying__without_a_text_takes_the_link_alone():
    with opened(gallery(drawn())) as page:
        page.locator("#here").get_by_role("button", name="Copy link").click()
        page.get_by_role("status").filter(has_text="Copied").wait_for()
        assert pasted(page) == "https://ban.example/?a=1&s=thanks-copy"


def test_menu_of_the_device__is_handed_title_text_and_link():
    with opened(gallery(drawn(native="Psst")), PHONE, script=MENU) as page:
        page.locator("#here").get_by_role("button", name="Share…").click()
        expected = {"title": "Ban “it”", "text": "Psst", "url": f"{URL}&s=thanks-native"}
        assert page.evaluate("window.handed") == expected


def test_without_script__text_and_link_can_be_read_and_selected():
    with opened(gallery(drawn(copy="Read & sign")), java_script_enabled=False) as page:
        here = page.locator("#here")
        assert here.get_by_label("Link to this page").input_value().startswith("Read & sign http")
        assert here.get_by_role("button", name="Share…").count() == 0
