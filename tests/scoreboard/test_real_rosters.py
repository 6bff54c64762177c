"""The real files of two Congresses, where they are beside the checkout."""

import csv
import time

import pytest
from django.core.management import call_command

from scoreboard.imports.gather import gather
from scoreboard.imports.writer import write_roster
from scoreboard.models import Legislator, Office, Vacancy
from scoreboard.profile import read_profile
from scoreboard.scripts import FRIENDS
from scoreboard.services.imports import bring_in
from scoreboard.services.undo_import import undo, undoable
from scoreboard.tokens import POST_LIMIT, post_length
from scoreboard.zip_states import state_of
from tests.conftest import SHARED
from tests.scoreboard.factories import make_bill, make_stance

pytestmark = pytest.mark.django_db


@pytest.fixture
def june_2020(shared_data):
    return shared_data / "us-legislators" / "2020-06-21"


@pytest.fixture(scope="module")
def people_of_2020():
    """Read once for the tests that only look at it."""
    folder = SHARED / "us-legislators" / "2020-06-21"
    if not folder.exists():
        pytest.skip("the public test data is not beside this checkout")
    return gather([str(folder)]).people


def test_import__june_2020_in_time_and_twice_without_changes(june_2020, capsys):
    started = time.process_time()
    call_command("import_legislators", str(june_2020))
    assert time.process_time() - started < 15
    call_command("import_legislators", str(june_2020))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "created: 537, updated: 0, retired: 0, unchanged: 0"
    assert lines[-1] == "created: 0, updated: 0, retired: 0, unchanged: 537"
    assert Office.objects.count() == 1357


def test_import__june_2020_has_four_vacant_seats_and_six_without_a_vote(june_2020):
    write_roster(gather([str(june_2020)]))
    vacant = [f"{v.state}-{v.district}" for v in Vacancy.objects.all()]
    assert vacant == ["CA-50", "NC-11", "NY-27", "TX-4"]
    states = (
        Legislator.objects.filter(voting=False).order_by("state").values_list("state", flat=True)
    )
    assert list(states) == ["AS", "DC", "GU", "MP", "PR", "VI"]


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("S000033", ("Bernard Sanders", "Sanders", "Independent", "Democrat")),
        ("V000081", ("Nydia M. Velázquez", "Velázquez", "Democrat", "")),
        ("G000586", ('Jesús G. "Chuy" García', "García", "Democrat", "")),
        ("T000165", ("Thomas Tiffany", "Tiffany", "Republican", "")),
    ],
)
def test_import__names_as_the_source_spells_them(people_of_2020, identifier, expected):
    person = people_of_2020[identifier]
    found = (person.full_name, person.family_name, person.party, person.caucus)
    assert found == expected


def test_import__at_large_seats_are_said_so(people_of_2020):
    people = people_of_2020.values()
    assert {p.seat for p in people if p.state == "VT"} == {"Vermont", "Vermont, at large"}


def test_import__a_new_congress_retires_who_left(shared_data, june_2020):
    write_roster(gather([str(june_2020)]))
    changes = write_roster(gather([str(shared_data / "us-legislators" / "current")]))
    assert len(changes.created) == len(changes.retired) == 220
    assert Legislator.objects.in_office().count() == 537
    assert Legislator.objects.count() == 757


def test_import__yaml_and_json_of_the_same_day_are_the_same(shared_data):
    folder = shared_data / "us-legislators" / "current"
    people = [
        gather([str(folder / f"legislators-current.{ending}")]).people
        for ending in ("yaml", "json")
    ]
    assert people[0] == people[1]


def test_scripts__the_right_words_for_everybody(shared_data, june_2020):
    write_roster(gather([str(june_2020)]))
    bill = make_bill(title="Facial Recognition and Biometric Technology Moratorium Act of 2020")
    with open(shared_data / "bills" / "cosponsors-116.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            make_stance(bill, Legislator.objects.get(identifier=row["bioguide"]))
    for number, person in enumerate(Legislator.objects.filter(stances=None)[:40]):
        opposes = {"position": "opposes", "evidence_url": "https://example.org/vote"}
        make_stance(bill, person, **(opposes if number % 2 else {"position": "supports"}))
    for person in Legislator.objects.select_related("chamber"):
        profile = read_profile(person)
        position = profile.stance.position if profile.stance else "not_sponsoring"
        texts = [profile.words.post, profile.words.message, profile.words.call]
        if position in FRIENDS:
            assert all("thank" in text.lower() and "please" not in text.lower() for text in texts)
        else:
            assert all("thank" not in text.lower() and "sponsor" in text for text in texts)
        number = "S.4084" if person.chamber.slug == "senate" else "H.R.7356"
        assert all(number in text and "{" not in text for text in texts)
        assert post_length(profile.words.post) <= POST_LIMIT
        assert len(profile.words.call.split()) <= 60


def test_state_of__agrees_with_the_census_on_every_prefix(shared_data):
    with open(shared_data / "zip" / "zip3-state.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    wrong = [row["zip3"] for row in rows if state_of(f"{row['zip3']}01") != row["state"]]
    assert wrong == []


def test_state_of__few_areas_lie_across_a_border(shared_data):
    with open(shared_data / "zip" / "zccd.csv", encoding="utf-8") as file:
        areas = {(row["zcta"], row["state_abbr"]) for row in csv.DictReader(file)}
    codes = {code for code, _ in areas}
    answered = {code for code in codes if (code, state_of(code)) in areas}
    assert len(codes - answered) / len(codes) < 0.001


def test_undo__a_whole_new_congress(shared_data, june_2020):
    write_roster(gather([str(june_2020)]))

    def picture():
        people = Legislator.objects.order_by("identifier").prefetch_related("offices", "terms")
        values = people.values("identifier", "in_office", "phone", "seat", "x_handle", "imported")
        seats = sorted(Vacancy.objects.values_list("state", "district", "seat"))
        lists = [(p.identifier, p.offices.count(), p.terms.count()) for p in people]
        return list(values), seats, lists

    before = picture()
    bring_in(roster=gather([str(shared_data / "us-legislators" / "current")]), sources=["new"])
    assert Legislator.objects.count() == 757
    assert undo(run=undoable())
    assert picture() == before
