"""The petition's page as a printer makes it: a sheet to sign, in a real Chromium."""

import re

import pytest

from campaign_blocks.petition.models import AskingOrganization
from campaign_blocks.petition.paper_sheet import LINES
from tests.kit.chromium import opened
from tests.petition.factories import make_organization, make_petition

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
STATEMENT = "By signing you agree to hear from us; you may unsubscribe at any time."
ON_THE_SHEET = [
    "Ban it",
    "Demand a ban",
    "It watches everybody",
    STATEMENT,
    "Yes, Acme may email me (https://acme.example/privacy/)",
    "circle yes or no",
    "Nobody else gets your data.",
    "Return this sheet to:",
    "/petitions/ban-it/?s=paper",
]
FURNITURE = "header, nav, footer, form, .masthead, .colophon, .sign-bar, .page-head, .skip-link"
LINES_OF_TEXT = """
cell => {
  const words = document.createRange();
  words.selectNodeContents(cell);
  return words.getClientRects().length;
}
"""
LOWEST_LINE = 30  # px: 8 mm, which a hand can write in


@pytest.fixture
def petition(home_page):
    found = make_petition(
        title="Ban it",
        slug="ban-it",
        ask="Demand a ban",
        text="<p>It watches everybody.</p>" * 12,
        consent_mode="statement",
        consent_statement=STATEMENT,
        signers_abroad="home_only",
        privacy_note="Nobody else gets your data.",
    )
    acme = make_organization(name="Acme", privacy_url="https://acme.example/privacy/")
    AskingOrganization.objects.create(petition=found, organization=acme)
    return found


@pytest.fixture
def printed(client, petition):
    with opened(client, petition.get_absolute_url()) as page:
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 720, "height": 1000})
        yield page


def test_sheet__has_words_consent_and_where_to_send_it(printed):
    shown = printed.locator("body").inner_text().casefold()  # the title is printed in capitals
    assert [words for words in ON_THE_SHEET if words.casefold() not in shown] == []


def test_sheet__has_lines_to_write_on_with_answers_to_circle(printed):
    rows = printed.locator(".paper-sheet tbody tr")
    assert rows.count() == LINES
    heights = rows.evaluate_all("all => all.map(row => row.getBoundingClientRect().height)")
    assert min(heights) > LOWEST_LINE
    answers = rows.first.locator("td", has_text="yes · no")
    assert answers.count() == 2
    assert answers.first.evaluate(LINES_OF_TEXT) == 1
    widths = "all => all.slice(1, 6).map(cell => cell.getBoundingClientRect().width)"
    _name, email, *others = printed.locator(".paper-sheet thead th").evaluate_all(widths)
    assert email > max(others)


def test_sheet__has_nothing_of_the_site_round_it(printed):
    shown = printed.locator(FURNITURE).evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 60))"
    )
    assert shown == []


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_sheet__is_one_page(printed, size):
    assert len(re.findall(rb"/Type\s*/Page\b", printed.pdf(format=size))) == 1


def test_sheet__is_seen_by_no_screen(client, petition):
    with opened(client, petition.get_absolute_url()) as page:
        assert page.locator(".paper-sheet").count() == 1
        assert not page.locator(".paper-sheet").is_visible()
        assert page.locator("form#sign").is_visible()


@pytest.mark.parametrize(("country", "words"), [("US", "ZIP code"), ("GB", "Postcode")])
def test_sheet__calls_the_postal_code_as_its_country_does(client, home_page, country, words):
    petition = make_petition(home_country=country, signers_abroad="home_only")
    page = client.get(petition.get_absolute_url()).content.decode()
    assert f"<th>{words}</th>" in page
