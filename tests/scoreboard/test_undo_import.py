"""An import is written down and can be taken back."""

import pytest

from scoreboard.models import ImportRun, Legislator, Office, Vacancy
from scoreboard.services.imports import bring_in
from scoreboard.services.undo_import import undo, undoable
from tests.scoreboard.factories import make_bill, make_stance
from tests.scoreboard.rosters import OFFICES, SENATOR, SOCIAL
from tests.scoreboard.test_retiring import senators
from tests.scoreboard.test_writer import Roster, bernie, roster

pytestmark = pytest.mark.django_db


def take(one):
    return bring_in(roster=one, sources=["f.yaml"])


def test_bring_in__writes_down_what_it_did():
    take(roster(social_text=SOCIAL))
    run = ImportRun.objects.get()
    assert (run.sources, run.created, run.state) == ("f.yaml", 3, "done")


@pytest.mark.parametrize("again", [{}, {"dry_run": True}])
def test_bring_in__nothing_changed_leaves_no_row(again):
    take(roster())
    bring_in(roster=roster(), sources=["f.yaml"], **again)
    assert ImportRun.objects.count() == 1


def test_undo__values_offices_and_terms_are_as_before():
    take(roster(social_text=SOCIAL, offices_text=OFFICES))
    before = {f: getattr(bernie(), f) for f in ("phone", "imported", "x_handle", "term_end")}
    moved = SENATOR.replace("202-224-5141", "202-224-9999").replace("2025-01-03", "2031-01-03")
    take(roster(moved, offices_text=OFFICES.replace("burlington", "barre")))
    assert bernie().phone == "202-224-9999"
    assert undo(run=undoable())
    person = bernie()
    assert {name: getattr(person, name) for name in before} == before
    assert Office.objects.get().key == "S000001-burlington"
    assert str(person.terms.first().end) == "2025-01-03"


def test_undo__new_people_go_but_who_has_a_stance_is_retired():
    take(roster())
    make_stance(make_bill(), bernie())
    undo(run=undoable())
    assert [(p.family_name, p.in_office) for p in Legislator.objects.all()] == [("Moreno", False)]


def test_undo__who_was_retired_is_back_and_the_seat_not_vacant():
    take(Roster(people=senators()))
    take(Roster(people=senators(99)))
    assert Vacancy.objects.count() == 1
    undo(run=undoable())
    assert Legislator.objects.in_office().count() == 100
    assert not Vacancy.objects.exists()


def test_undo__what_staff_changed_since_stays():
    take(roster())
    take(roster(SENATOR.replace("202-224-5141", "202-224-9999")))
    Legislator.objects.filter(identifier="S000001").update(phone="802-555-0100")
    undo(run=undoable())
    assert bernie().phone == "802-555-0100"


def test_undo__only_the_latest_and_only_once():
    take(roster())
    first = undoable()
    take(roster(SENATOR.replace("202-224-5141", "202-224-9999")))
    assert not undo(run=first)
    assert undo(run=undoable())
    assert undoable() == first


def test_undo__the_same_import_again_brings_it_back():
    take(roster())
    undo(run=undoable())
    assert str(take(roster())) == "created: 3, updated: 0, retired: 0, unchanged: 0"
