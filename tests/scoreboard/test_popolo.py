"""A second country: the New Zealand House, and the Northern Ireland Assembly."""

import json
from datetime import date

import pytest

from scoreboard.imports import popolo
from scoreboard.imports.documents import read_lists
from scoreboard.imports.gather import gather
from scoreboard.imports.problems import ImportProblem
from scoreboard.imports.writer import write_roster
from scoreboard.models import Legislator, Term
from tests.scoreboard.popolo_file import HOUSE, write_house

NEW_ZEALAND = "new-zealand-house-ep-popolo-v1.0.json"
NORTHERN_IRELAND = "northern-ireland-assembly-ep-popolo-v1.0.json"


def read(document, as_of=None):
    text = json.dumps(document, indent=1)
    return popolo.parse(read_lists(text, source="f.json"), source="f.json", as_of=as_of)


def refused(document, match):
    with pytest.raises(ImportProblem, match=match):
        read(document)


def test_parse__an_electorate_and_a_list_seat():
    aroha, tama = read(write_house()).people
    assert (aroha.area, aroha.seat, aroha.on_list, aroha.party) == (
        "Waiariki",
        "Waiariki",
        False,
        "Kea Party",
    )
    assert (tama.area, tama.seat, tama.on_list) == ("", "List", True)


def test_parse__who_sat_before_keeps_every_term():
    aroha = read(write_house()).people[0]
    assert [(term.start, term.end) for term in aroha.terms] == [
        (date(2011, 12, 20), date(2014, 8, 14)),
        (date(2014, 10, 20), None),
    ]


def test_parse__a_day_in_an_earlier_period():
    assert [p.full_name for p in read(write_house(), date(2012, 5, 1)).people] == ["Aroha Ngata"]


def test_parse__names_that_only_the_sort_name_tells():
    tama = read(write_house()).people[1]
    assert (tama.given_name, tama.family_name) == ("Tama", "Te Rangi")


def test_parse__accounts_and_mail():
    parsed = read(write_house())
    assert parsed.people[0].email == "aroha@parliament.example"
    assert parsed.handles["p1"].x_handle == "arohangata"
    assert parsed.handles["p1"].facebook == "aroha.ngata"


def test_parse__a_person_without_a_name():
    house = write_house()
    del house["persons"][1]["name"]
    refused(house, r"f.json, line \d+, name: is missing")


def test_parse__a_person_twice():
    house = write_house()
    house["persons"].append(house["persons"][0])
    refused(house, r"line \d+, id: p1 is listed already on line \d+")


def test_parse__everything_that_is_wrong_at_once():
    house = write_house()
    house["memberships"][0]["person_id"] = "nobody"
    house["memberships"][1]["area_id"] = "nowhere"
    with pytest.raises(ImportProblem) as caught:
        read(house)
    assert [problem.field for problem in caught.value.all] == ["person_id", "area_id"]


def test_parse__a_file_that_is_cut_off():
    text = json.dumps(HOUSE)[:400]
    with pytest.raises(ImportProblem, match=r"f.json, line 1: not valid JSON"):
        read_lists(text, source="f.json")


def test_parse__an_object_that_is_not_popolo():
    refused({"people": []}, "expected Popolo's lists")


@pytest.mark.django_db
def test_import__new_zealand(shared_data, client):
    path = str(shared_data / "popolo" / NEW_ZEALAND)
    assert len(write_roster(gather([path])).created) == 123
    again = write_roster(gather([path]))
    assert str(again) == "created: 0, updated: 0, retired: 0, unchanged: 123"
    people = Legislator.objects.in_office()
    assert people.filter(on_list=True, area="", seat="List").count() == 52
    assert people.get(area="Te Tai Hauāuru").full_name == "Adrian Rurawhe"
    assert people.first().chamber.legislature.country == "NZ"
    assert client.get("/scoreboard/adrian-rurawhe/").status_code == 200


@pytest.mark.django_db
def test_import__northern_ireland_has_several_members_each_constituency(shared_data):
    changes = write_roster(gather([str(shared_data / "popolo" / NORTHERN_IRELAND)]))
    assert len(changes.created) == 108
    assert Legislator.objects.filter(area="East Antrim").count() == 6
    assert Term.objects.filter(legislator__full_name="Arlene Foster").count() > 2


@pytest.mark.django_db
def test_import__two_countries_beside_each_other(shared_data):
    write_roster(gather([str(shared_data / "popolo" / NEW_ZEALAND)]))
    changes = write_roster(gather([str(shared_data / "popolo" / NORTHERN_IRELAND)]))
    assert changes.retired == []
    assert Legislator.objects.in_office().count() == 231
