"""The difference as the command prints it."""

import pytest

from scoreboard.imports.telling import tell_all
from scoreboard.imports.writer import write_roster
from scoreboard.models import Legislator
from tests.scoreboard.rosters import OFFICES, SENATOR
from tests.scoreboard.test_writer import roster

pytestmark = pytest.mark.django_db


def told(one):
    return "\n".join(tell_all(write_roster(one, dry_run=True)))


def test_tell_all__new_people():
    assert "created: Bernie Moreno (Vermont)" in told(roster(SENATOR))


def test_tell_all__old_and_new_value():
    write_roster(roster(SENATOR))
    lines = told(roster(SENATOR.replace("202-224-5141", "202-224-9999")))
    assert lines == "updated: Bernie Moreno (Vermont)\n    phone: 202-224-5141 → 202-224-9999"


def test_tell_all__what_staff_keep():
    write_roster(roster(SENATOR))
    Legislator.objects.update(phone="802-555-0100")
    lines = told(roster(SENATOR))
    assert "unchanged: Bernie Moreno" in lines
    assert "phone stays 802-555-0100, as staff set it (the source says 202-224-5141)" in lines


def test_tell_all__only_the_office_that_moved():
    write_roster(roster(SENATOR, offices_text=OFFICES))
    moved = OFFICES.replace("802-862-0697", "802-862-0000")
    assert "offices: Burlington 802-862-0697 → Burlington 802-862-0000" in told(
        roster(SENATOR, offices_text=moved)
    )
