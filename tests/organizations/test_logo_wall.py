import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campaign_blocks.organizations.blocks import LogoWallBlock
from campaign_blocks.organizations.services import draw_logos
from tests.organizations.factories import make_logo, make_organization, make_wall

pytestmark = pytest.mark.django_db


def render(**value):
    block = LogoWallBlock()
    return BeautifulSoup(block.render(block.to_python(value)), "html.parser")


def names(soup):
    return [
        item.img["alt"] if item.img else item.get_text(strip=True) for item in soup.select("li")
    ]


def test_wall__member_without_logo_shows_its_name_as_word_mark():
    make_organization("The Other 98%")
    assert render(show="members").select_one(".logo-wall__word").text == "The Other 98%"


def test_wall__logo_has_the_organizations_name_as_alternative_text():
    make_organization("18 Million Rising", logo=make_logo("18mr logo"))
    assert render(show="members").img["alt"] == "18 Million Rising"


def test_wall__logo_is_lazy_with_a_size_and_two_formats():
    make_organization(logo=make_logo(size=(640, 200)))
    soup = render(show="members", size="medium")
    assert (soup.img["width"], soup.img["height"], soup.img["loading"]) == ("144", "45", "lazy")
    assert soup.source["type"] == "image/avif" and soup.img["src"].endswith(".webp")


def test_wall__who_left_the_coalition_is_not_shown():
    make_organization("Stays")
    make_organization("Left", member=False)
    assert names(render(show="members")) == ["Stays"]


def test_wall__chosen_organizations_keep_the_editors_order():
    ids = [make_organization(name).pk for name in ("B", "C", "A")]
    assert names(render(show="chosen", organizations=ids, order="listed")) == ["B", "C", "A"]


def test_wall__order_by_name_ignores_case():
    for name in ("mijente", "Free Press", "OpenMedia"):
        make_organization(name)
    assert names(render(show="members", order="name")) == ["Free Press", "mijente", "OpenMedia"]


def test_wall__deleted_organization_leaves_no_gap():
    kept, gone = make_organization("Kept"), make_organization("Gone")
    ids = [kept.pk, gone.pk]
    gone.delete()
    assert names(render(show="chosen", organizations=ids)) == ["Kept"]


def test_wall__half_empty_value_still_renders():
    make_organization("Acme")
    assert names(render(heading="", size=None, order=None, look=None)) == ["Acme"]
    assert names(render(show="chosen", organizations=[None])) == []


def test_wall__without_members_shows_no_lonely_heading():
    assert render(heading="Participating Organizations").get_text(strip=True) == ""


def test_wall__website_becomes_a_link_that_passes_no_window():
    make_organization("Acme", website="https://acme.example/")
    link = render(show="members").a
    assert (link["href"], link["rel"]) == ("https://acme.example/", ["noopener"])


@pytest.mark.parametrize("number", [1, 41])
def test_wall__costs_two_queries_for_any_number(number):
    draw_logos(organization_ids=[one.pk for one in make_wall(number)])
    with CaptureQueriesContext(connection) as queries:
        soup = render(show="members")
    assert (len(soup.select("img")), len(queries)) == (number, 2)


def test_wall__chosen_organizations_cost_one_query_besides_their_own():
    wall = make_wall(12)
    draw_logos(organization_ids=[one.pk for one in wall])
    with CaptureQueriesContext(connection) as queries:
        soup = render(show="chosen", organizations=[one.pk for one in wall])
    assert (len(soup.select("img")), len(queries)) == (12, 2)


def test_wall__lost_file_falls_back_to_the_name(settings):
    organization = make_organization("Acme", logo=make_logo())
    organization.logo.file.storage.delete(organization.logo.file.name)
    assert names(render(show="members")) == ["Acme"]


def test_wall__markup_in_a_name_stays_text():
    make_organization('<img src=x onerror="alert(1)">')
    soup = render(show="members")
    assert soup.img is None and "onerror" in soup.get_text()


def test_preview__shows_word_marks_without_any_record():
    block = LogoWallBlock()
    context = block.get_preview_context(block.get_preview_value(), {})
    soup = BeautifulSoup(block.render(block.get_preview_value(), context), "html.parser")
    assert len(names(soup)) == 6
