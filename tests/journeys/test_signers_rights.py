"""What a signer does with the link in her mail, on a phone, with and without JavaScript."""

import email
import re
from email.policy import default

from playwright.sync_api import expect

from tests.journeys.test_visitor import count, eventually, settled_count, sign, someone


def link_for(site, address):
    """The signer's own page, from the mail that the worker has put into the mail folder."""
    for path in site.mail.glob("*"):
        for part in path.read_bytes().split(b"-" * 79):
            mail = email.message_from_bytes(part.strip(), policy=default)
            body = mail.get_body(("plain",)) if mail.is_multipart() else None
            if body and address in str(mail["To"]):
                return re.search(r"\S+/my-signature/\S+/", body.get_content())[0]
    return None


def test_removing__is_two_presses_and_the_number_follows(phone, site):
    before, address = settled_count(site), someone()
    phone.goto("/")
    sign(phone, address)
    assert eventually(lambda: link_for(site, address), seconds=30)
    assert eventually(lambda: count(site) == before + 1)
    phone.goto(link_for(site, address))
    expect(phone.locator("main")).to_contain_text(address)
    phone.get_by_role("link", name="Remove my signature").click()
    expect(phone.locator("main")).to_contain_text("goes down by one")
    phone.get_by_role("button", name="Remove it for good").click()
    expect(phone.locator("h1")).to_contain_text("is removed")
    assert eventually(lambda: count(site) == before)
    assert phone.context.cookies() == []


def test_sharing__the_link_is_copied_with_a_word_of_it(open_page, site):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/petitions/ban-facial-recognition/thanks/")
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith("?s=thanks-copy")


def test_sharing__without_script_text_and_link_can_be_selected(open_page, site):
    page = open_page(java_script_enabled=False)
    page.goto("/petitions/ban-facial-recognition/thanks/")
    assert page.get_by_label("Link to the campaign").input_value().endswith("?s=thanks-copy")
    page.get_by_text("Mastodon", exact=True).click()
    text = page.get_by_label("Copy this into a post").input_value()
    assert text.endswith("?s=thanks-mastodon")


def test_lawmakers__are_found_from_the_thank_you_page(phone, site):
    phone.goto("/petitions/ban-facial-recognition/thanks/")
    phone.get_by_label("Your ZIP code").fill("94110")
    phone.get_by_role("button", name="Find mine").click()
    expect(phone).to_have_url(re.compile(r"/scoreboard/\?zip=94110"))
