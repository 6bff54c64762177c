from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from scoreboard.imports.legislatures import congress
from scoreboard.models import Bill, Legislator, Stance
from scoreboard.services.bills import Number, StanceFact, record_stances, save_bill
from tests.scoreboard.factories import make_bill, make_legislator, make_stance

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "values",
    [
        {"position": "opposes"},
        {"position": "loves"},
        {"position": "supports", "role": "sponsor"},
    ],
)
def test_stance__the_database_refuses_what_cannot_be(values):
    with pytest.raises(IntegrityError):
        make_stance(make_bill(), make_legislator(), **values)


def test_stance__one_per_bill_and_person():
    bill, person = make_bill(), make_legislator()
    make_stance(bill, person)
    with pytest.raises(IntegrityError):
        make_stance(bill, person, position="supports")


def test_with_stance__nobody_without_a_row_is_left_out():
    bill, sponsor, other = make_bill(), make_legislator(), make_legislator()
    make_stance(bill, sponsor, role="sponsor", since=date(2020, 6, 25))
    make_stance(make_bill_two(), other)
    found = {p.pk: p.position for p in Legislator.objects.with_stance(bill)}
    assert found == {sponsor.pk: "sponsoring", other.pk: "not_sponsoring"}


def make_bill_two():
    return Bill.objects.create(legislature=congress(), slug="s1-117", title="Another")


def test_bill__each_chamber_knows_its_number():
    bill = make_bill()
    senate, house = congress().chambers.order_by("position")
    assert (bill.name_in(senate.pk), bill.name_in(house.pk)) == ("S.4084", "H.R.7356")
    assert bill.label == "S.4084 / H.R.7356"


def test_bill__found_by_either_number():
    bill = make_bill()
    assert Bill.objects.by_number("hr7356-116") == Bill.objects.by_number("s4084-116") == bill
    assert Bill.objects.by_number("s1-116") is None


def test_save_bill__twice_changes_nothing():
    values = {
        "slug": "s4084-116",
        "legislature": congress(),
        "title": "Moratorium Act",
        "numbers": [Number(chamber="house", number="H.R.7356", slug="hr7356-116")],
    }
    first = save_bill(**values)
    again = save_bill(**values)
    assert (again.pk, again.updated_at) == (first.pk, first.updated_at)
    assert again.label == "H.R.7356"


def test_record_stances__adds_corrects_and_leaves_alone():
    bill, person = make_bill(), make_legislator(identifier="M000133")
    fact = StanceFact(identifier="M000133", position="sponsoring", role="sponsor")
    assert record_stances(bill=bill, facts=[fact]).created == 1
    assert record_stances(bill=bill, facts=[fact]).unchanged == 1
    cosponsor = StanceFact(identifier="M000133", position="sponsoring", role="cosponsor")
    assert record_stances(bill=bill, facts=[cosponsor]).updated == 1
    assert Stance.objects.get(legislator=person).role == "cosponsor"


def test_record_stances__unknown_people_are_named():
    fact = StanceFact(identifier="Z999999", position="supports")
    assert record_stances(bill=make_bill(), facts=[fact]).unknown == ["Z999999"]


def test_record_stances__one_wrong_fact_and_nothing_is_written():
    make_legislator(identifier="A1")
    make_legislator(identifier="A2")
    facts = [
        StanceFact(identifier="A1", position="sponsoring"),
        StanceFact(identifier="A2", position="opposes"),
    ]
    with pytest.raises(ValidationError, match="link that shows"):
        record_stances(bill=make_bill(), facts=facts)
    assert not Stance.objects.exists()
