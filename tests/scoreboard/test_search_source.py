import pytest

from campaign_blocks.kit import doors
from scoreboard.search_source import search_legislators
from tests.scoreboard.factories import make_legislator

pytestmark = pytest.mark.django_db


def test_search__by_name_without_accents():
    make_legislator("Nydia Velázquez", slug="nydia")
    (hit,) = search_legislators("velazquez", 5)
    assert (hit.title, hit.url, hit.kind) == ("Nydia Velázquez", "/scoreboard/nydia/", "legislator")
    assert hit.summary == "Senator, Democrat, Oregon"


def test_search__the_retired_are_not_found():
    make_legislator("Ada Moreno", in_office=False)
    assert search_legislators("moreno", 5) == []


@pytest.mark.parametrize("words", ['"', "a\0b", "'; DROP", "*:*", "(((", "x" * 10_000, "", "   "])
def test_search__odd_words_find_nothing_and_break_nothing(words):
    make_legislator("Ada Moreno")
    assert search_legislators(words, 5) == []


def test_search__is_offered_to_the_search_page():
    assert "legislators" in [source.name for source in doors.search_sources()]
