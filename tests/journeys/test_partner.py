"""A coalition partner's page greets in the partner's name and is remembered as the source."""

from tests.journeys.addresses import PARTNERS
from tests.journeys.test_visitor import count, eventually, sign, someone


def test_partner_page__greets_and_signs_for_the_campaign(phone, site):
    before = count(site)
    path = PARTNERS[0]
    phone.goto(path)
    assert phone.locator("main img").first.get_attribute("alt")
    form = phone.locator("form#sign")
    for question in form.locator("fieldset").all():
        question.get_by_role("radio").last.check()
    sign(phone, someone())
    assert phone.url.endswith("/thanks/")
    assert eventually(lambda: count(site) == before + 1)


def test_two_partners__have_pages_of_their_own(desktop, site):
    titles = set()
    for path in PARTNERS:
        desktop.goto(path)
        titles.add(desktop.title())
    assert len(titles) == 2


def test_partner_page__sets_no_cookie(desktop, site):
    desktop.goto(PARTNERS[0])
    assert desktop.context.cookies() == []
