import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaign_blocks.kit.searching import MAX_LENGTH, clean_query, parse_query, search_records
from campaign_blocks.organizations.models import Organization
from tests.organizations.factories import make_organization
from tests.search.hostile import HOSTILE


def find(words, limit=20, **options):
    found = search_records(Organization.objects.members(), words, limit, **options)
    return [one.name for one in found]


@pytest.fixture
def organizations(index):
    names = ["Free Press", "Oakland Privacy", "Privacy Times", "X-Lab", "O'Brien Fund", "Ünïted"]
    index(*[make_organization(name) for name in names])


def test_search__finds_every_record_with_the_word(organizations):
    assert sorted(find("privacy")) == ["Oakland Privacy", "Privacy Times"]


def test_search__all_words_must_match(organizations):
    assert find("privacy oakland") == ["Oakland Privacy"]
    assert find("privacy press") == []


def test_search__phrase_keeps_the_order_of_words(organizations):
    assert find('"privacy times"') == ["Privacy Times"]
    assert find('"times privacy"') == []


def test_search__phrase_and_word_together(organizations):
    assert find('"oakland privacy" privacy') == ["Oakland Privacy"]


def test_search__beginning_of_a_name_is_enough(organizations):
    assert find("oakl") == ["Oakland Privacy"]


@pytest.mark.parametrize("words", ["x-lab", "X-LAB", "o'brien", "O’Brien", "ünïted", "(x-lab)"])
def test_search__names_with_marks_are_found(organizations, words):
    assert len(find(words)) == 1


def test_search__limit_holds(organizations):
    assert len(find("privacy", limit=1)) == 1
    assert find("privacy", limit=0) == []


def test_search__queryset_filter_holds(index):
    index(make_organization("Left Privacy", member=False))
    assert find("privacy") == []


def test_search__field_may_be_named_on_every_backend(organizations):
    assert len(find("privacy", fields=["name"])) == 2


def test_search__no_record_comes_twice(organizations):
    assert len(find("press")) == len(set(find("press"))) == 1


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_search__hostile_words_never_raise(organizations, words):
    assert isinstance(find(words), list)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_clean_query__is_short_and_plain(words):
    cleaned = clean_query(words)
    assert len(cleaned) <= MAX_LENGTH
    assert "\x00" not in cleaned and "\n" not in cleaned and "\u202e" not in cleaned


@pytest.mark.parametrize("words", ["", "%", '"', "***", "\x00", "-- ...", "\u200b", "'\"'"])
def test_parse_query__nothing_to_look_for(words):
    assert parse_query(words) is None


@pytest.mark.django_db
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.text(max_size=300) | st.text(alphabet="ab\"'*:()&|!<>-%\\{}^ \x00", max_size=60))
def test_search__any_text_at_all_answers(words):
    assert find(words) == []


@pytest.mark.parametrize("number", [1, 50])
def test_search__costs_two_queries_for_any_number(
    backend, index, number, django_assert_max_num_queries
):
    index(*[make_organization(f"Privacy {one}") for one in range(number)])
    find("privacy")
    with django_assert_max_num_queries(2):
        assert len(find("privacy", limit=60)) == number
