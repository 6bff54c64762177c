from datetime import date

import pytest

from scoreboard.imports import congress, csv_roster, offices, social
from scoreboard.imports.documents import read_items
from scoreboard.imports.records import Roster
from scoreboard.imports.writer import write_roster
from scoreboard.models import Legislator, Office
from tests.scoreboard.factories import make_legislator
from tests.scoreboard.rosters import CSV_HEAD, CSV_ROW, OFFICES, ROSTER, SENATOR, SOCIAL

pytestmark = pytest.mark.django_db


def roster(text=ROSTER, *, social_text="", offices_text=""):
    people = congress.parse(read_items(text, source="f"))
    return Roster(
        people={person.identifier: person for person in people},
        handles=social.parse(read_items(social_text, source="s")) if social_text else {},
        offices=offices.parse(read_items(offices_text, source="o")) if offices_text else {},
    )


def bernie():
    return Legislator.objects.get(identifier="S000001")


def test_write_roster__creates_people_with_accounts_and_offices():
    changes = write_roster(roster(social_text=SOCIAL, offices_text=OFFICES))
    assert str(changes) == "created: 3, updated: 0, retired: 0, unchanged: 0"
    person = bernie()
    assert (person.slug, person.x_handle, person.term_end) == (
        "bernie-moreno",
        "SenMoreno",
        date(2025, 1, 3),
    )
    assert person.offices.get().city == "Burlington"


def test_write_roster__the_second_time_changes_nothing():
    full = roster(social_text=SOCIAL, offices_text=OFFICES)
    write_roster(full)
    before = bernie().updated_at
    assert str(write_roster(full)) == "created: 0, updated: 0, retired: 0, unchanged: 3"
    assert bernie().updated_at == before


def test_write_roster__a_dry_run_says_the_same_and_writes_nothing():
    assert str(write_roster(roster(), dry_run=True)).startswith("created: 3")
    assert not Legislator.objects.exists()


def test_write_roster__what_staff_edited_survives():
    write_roster(roster())
    Legislator.objects.filter(identifier="S000001").update(phone="802-555-0100")
    moved = SENATOR.replace("202-224-5141", "202-224-9999")
    write_roster(roster(moved))
    assert bernie().phone == "802-555-0100"


def test_write_roster__what_staff_emptied_stays_empty():
    write_roster(roster())
    Legislator.objects.filter(identifier="S000001").update(contact_form="")
    write_roster(roster())
    assert bernie().contact_form == ""


def test_write_roster__what_staff_did_not_edit_follows_the_source():
    write_roster(roster())
    write_roster(roster(SENATOR.replace("202-224-5141", "202-224-9999")))
    assert bernie().phone == "202-224-9999"


def test_write_roster__a_record_made_by_hand_is_filled_up_not_overwritten():
    make_legislator("Bernie M.", identifier="S000001", state="VT", slug="bernie", phone="1")
    write_roster(roster())
    person = bernie()
    assert (person.slug, person.full_name, person.phone) == ("bernie", "Bernie M.", "1")
    assert person.website == "https://www.moreno.senate.gov"


def test_write_roster__an_office_that_staff_added_stays_and_an_old_one_goes():
    write_roster(roster(offices_text=OFFICES))
    Office.objects.create(legislator=bernie(), key="own", city="Barre")
    changed = OFFICES.replace("S000001-burlington", "S000001-rutland").replace(
        "Burlington", "Rutland"
    )
    changes = write_roster(roster(offices_text=changed))
    assert [office.city for office in bernie().offices.all()] == ["Barre", "Rutland"]
    assert changes.updated == ["Bernie Moreno"]


def test_write_roster__namesakes_get_different_addresses():
    twin = SENATOR.replace("S000001", "S000002").replace("state: VT", "state: OR")
    write_roster(roster(SENATOR + twin))
    slugs = Legislator.objects.order_by("identifier").values_list("slug", flat=True)
    assert list(slugs) == ["bernie-moreno", "bernie-moreno-or"]


def test_write_roster__the_address_stays_when_the_name_changes():
    write_roster(roster())
    write_roster(roster(SENATOR.replace("Bernie Moreno", "Bernard Moreno")))
    assert (bernie().slug, bernie().full_name) == ("bernie-moreno", "Bernard Moreno")


def test_write_roster__csv_and_full_roster_meet_by_identifier():
    people = csv_roster.parse(CSV_HEAD + CSV_ROW, source="f.csv")
    write_roster(Roster(people={person.identifier: person for person in people}))
    write_roster(roster())
    person = Legislator.objects.get(identifier="R000001")
    assert (person.x_handle, person.party, person.term_start) == (
        "RepRuth",
        "Democrat",
        date(2019, 1, 3),
    )


def test_write_roster__found_by_search_afterwards(django_capture_on_commit_callbacks):
    from scoreboard.search_source import search_legislators

    with django_capture_on_commit_callbacks(execute=True):
        write_roster(roster())
    assert [hit.title for hit in search_legislators("garcia", 5)] == ["Jesús García Jr."]
