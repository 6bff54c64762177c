"""A coalition partner's page greets in the partner's name and is remembered as the source."""

import re
import sqlite3

from playwright.sync_api import expect

from tests.journeys.addresses import PARTNERS
from tests.journeys.test_visitor import count, eventually, settled_count, sign, someone

CONSENTS = """
    SELECT consent.purpose, consent.granted, partner.slug FROM petition_signature AS signature
    JOIN petition_consent AS consent ON consent.signature_id = signature.id
    JOIN organizations_organization AS partner ON partner.id = signature.partner_id
    WHERE signature.email = ? ORDER BY consent.purpose
"""


def recorded(site, email):
    with sqlite3.connect(f"file:{site.database}?mode=ro", uri=True) as database:
        return database.execute(CONSENTS, [email]).fetchall()


def test_partner_page__greets_with_logo_headline_and_paragraph(desktop):
    desktop.goto(PARTNERS[0])
    greeting = desktop.locator(".greeting")
    assert greeting.get_by_role("img", name="Restore The Fourth").is_visible()
    words = greeting.inner_text()
    assert "your face is not a warrant" in words.lower()
    assert "Restore The Fourth defends the Fourth Amendment" in words
    assert desktop.get_by_role("heading", name="Regulation is not enough").is_visible()


def test_partner_page__asks_two_questions_and_keeps_both_answers(phone, site):
    before, email = settled_count(site), someone()
    phone.goto(PARTNERS[0])
    question = phone.locator("form#sign fieldset")
    expect(question.locator("legend")).to_contain_text("Restore The Fourth")
    assert question.locator(":checked").count() == 0
    question.get_by_role("radio").first.check()
    sign(phone, email)
    expect(phone).to_have_url(re.compile("/thanks/$"))
    slug = "restore-the-fourth"
    assert recorded(site, email) == [("campaign_mail", 0, slug), ("partner_mail", 1, slug)]
    assert eventually(lambda: count(site) == before + 1)


def test_partner_question__without_an_answer_is_no(phone, site):
    email = someone()
    phone.goto(PARTNERS[0])
    sign(phone, email)
    expect(phone).to_have_url(re.compile("/thanks/$"))
    assert ("partner_mail", 1, "restore-the-fourth") not in recorded(site, email)
    assert recorded(site, email)


def test_two_partners__have_pages_of_their_own(desktop):
    titles = set()
    for path in PARTNERS:
        desktop.goto(path)
        titles.add(desktop.title())
    assert len(titles) == 2
