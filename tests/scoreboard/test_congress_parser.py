from datetime import date

import pytest

from scoreboard.imports import congress
from scoreboard.imports.documents import read_items
from scoreboard.imports.problems import ImportProblem
from tests.scoreboard.rosters import DELEGATE, ROSTER, SENATOR


def parse(text, **options):
    return congress.parse(read_items(text, source="roster.yaml"), **options)


def test_parse__the_last_term_counts():
    (person,) = parse(SENATOR)
    assert (person.chamber, person.state, person.district) == ("senate", "VT", None)
    assert person.seat == "Vermont"


def test_parse__as_of_a_day_in_the_other_chamber():
    (person,) = parse(SENATOR, as_of=date(2000, 1, 1))
    assert (person.chamber, person.district, person.seat) == ("house", 0, "Vermont, at large")


def test_parse__nobody_outside_their_terms():
    assert parse(ROSTER, as_of=date(1980, 1, 1)) == []


def test_parse__the_official_name_wins_and_the_others_are_kept():
    (person,) = parse(SENATOR)
    assert (person.full_name, person.given_name, person.nickname) == (
        "Bernie Moreno",
        "Bernard",
        "Bernie",
    )


def test_parse__without_official_name_accents_and_suffix_stay():
    (person,) = parse(DELEGATE)
    assert person.full_name == "Jesús García Jr."


def test_parse__an_independent_has_a_caucus():
    (person,) = parse(SENATOR)
    assert (person.party, person.caucus) == ("Independent", "Democrat")


def test_parse__puerto_rico_sits_four_years_without_a_vote():
    (person,) = parse(DELEGATE, as_of=date(2020, 6, 21))
    assert (person.voting, person.title) == (False, "Commissioner")
    assert (person.term_start, person.term_end) == (date(2017, 1, 3), date(2021, 1, 3))


def test_parse__leading_zeros_of_identifiers_stay():
    (person,) = parse(SENATOR)
    assert person.ids == {"thomas": "00136", "lis": "S307", "govtrack": "400050"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("bioguide: S000001, ", "", "roster.yaml, line 1, id.bioguide: is missing"),
        ("last: Moreno, ", "", "line 2, name.last: is missing"),
        ("type: sen", "type: queen", r"line 5, terms.1.type: is neither sen nor rep"),
        ("state: VT\n", "state: XX\n", r"line 8, terms.1.state: XX is not a state"),
        ("state: VT\n", "state: [VT]\n", r"line 8, terms.1.state: expected text"),
        ("name: {", "nam: {", r"name: is missing"),
        ("start: '2007-01-04'", "start: soon", r"line 6, terms.1.start: is not a date"),
        ("first: Bernard", "first: true", r"line 2, name.first: expected text"),
        ("first: Bernard", 'first: "a\\eb"', r"line 2, name.first: holds a control character"),
        ("first: Bernard", f"first: {'x' * 81}", r"line 2, name.first: is longer than 80"),
    ],
)
def test_parse__a_wrong_value_names_file_line_and_field(old, new, message):
    with pytest.raises(ImportProblem, match=message):
        parse(SENATOR.replace(old, new))


def test_parse__a_representative_needs_a_district():
    with pytest.raises(ImportProblem, match=r"terms.0.district: is missing"):
        parse(DELEGATE.replace("district: 0, ", ""))


def test_parse__a_person_listed_twice():
    with pytest.raises(ImportProblem, match="S000001 is listed already on line 1"):
        parse(SENATOR + SENATOR)


def test_parse__a_mistyped_link_is_left_out_and_told():
    items = read_items(
        SENATOR.replace("https://www.moreno.senate.gov/c", "javascript:c"), source="f"
    )
    (person,) = congress.parse(items)
    assert person.contact_form == ""
    assert "contact_form" in items[0].left_out[0]
