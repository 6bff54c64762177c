"""Who is not in a roster any more: retired only where the roster speaks for the chamber."""

import pytest

from scoreboard.imports.legislatures import congress
from scoreboard.imports.records import Person, Roster
from scoreboard.imports.writer import write_roster
from scoreboard.models import Legislator, Vacancy
from scoreboard.seats import seat_name
from scoreboard.states import STATES

pytestmark = pytest.mark.django_db


def senators(count=100):
    people = {}
    for number in range(count):
        state = list(STATES)[number // 2]
        people[f"S{number:06}"] = Person(
            scheme="bioguide",
            identifier=f"S{number:06}",
            chamber="senate",
            given_name="Sam",
            family_name=f"Number{number}",
            full_name=f"Sam Number{number}",
            party="Democrat",
            state=state,
            district=None,
            seat=seat_name(state, None),
        )
    return people


def test_write_roster__who_left_a_whole_chamber_is_retired_and_keeps_the_page(client):
    write_roster(Roster(people=senators()))
    changes = write_roster(Roster(people=senators(99)))
    assert changes.retired == ["Sam Number99"]
    assert client.get("/scoreboard/sam-number99/").status_code == 200


def test_write_roster__a_part_of_a_chamber_retires_nobody():
    write_roster(Roster(people=senators()))
    assert write_roster(Roster(people=senators(89))).retired == []


def test_write_roster__partial_retires_nobody():
    write_roster(Roster(people=senators()))
    assert write_roster(Roster(people=senators(99)), partial=True).retired == []


def test_write_roster__the_other_chamber_is_left_alone():
    from tests.scoreboard.factories import make_legislator

    member = make_legislator(district=3)
    write_roster(Roster(people=senators()))
    member.refresh_from_db()
    assert member.in_office


def test_write_roster__who_comes_back_is_in_office_again():
    write_roster(Roster(people=senators()))
    write_roster(Roster(people=senators(99)))
    assert len(write_roster(Roster(people=senators())).updated) == 1
    assert Legislator.objects.in_office().count() == 100


def test_write_roster__whom_staff_retired_stays_retired():
    write_roster(Roster(people=senators()))
    Legislator.objects.filter(identifier="S000007").update(in_office=False)
    write_roster(Roster(people=senators()))
    assert not Legislator.objects.get(identifier="S000007").in_office


def test_write_roster__an_empty_seat_of_a_whole_chamber_is_vacant():
    write_roster(Roster(people=senators(99)))
    vacancy = Vacancy.objects.get()
    assert (vacancy.seat, vacancy.chamber) == ("Wyoming", congress().chambers.get(slug="senate"))
    write_roster(Roster(people=senators()))
    assert not Vacancy.objects.exists()
