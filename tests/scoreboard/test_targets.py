"""Whom a ZIP code's people may write to: what is certain is said, what is not is never guessed."""

import pytest

from scoreboard.models import Vacancy, ZipDistrict
from scoreboard.targets import find_targets
from tests.scoreboard.factories import make_legislator

pytestmark = pytest.mark.django_db


def found(code="97214"):
    return {one.name: one for one in find_targets(postal_code=code, country="US")}


def certain(code="97214"):
    return {name: one.certain for name, one in found(code).items()}


def district(state, number, code="97214"):
    ZipDistrict.objects.create(postal_code=code, state=state, district=number)


def test_target__has_chamber_address_and_office():
    make_legislator("Ada Moreno", email="ada@office.example")
    make_legislator("Cy Kim", district=3)
    senator, representative = found().values()
    assert (senator.chamber, senator.email, senator.office) == (
        "Senate",
        "ada@office.example",
        "SOR Moreno",
    )
    assert (representative.chamber, representative.office) == ("House of Representatives", "HOR03")


@pytest.mark.parametrize(
    ("state", "number", "code", "office"),
    [
        ("VT", 0, "05401", "HVT00"),
        ("DC", 0, "20001", "HDC00"),
        ("AS", 0, "96799", "HAQ00"),
        ("CA", 12, "94110", "HCA12"),
    ],
)
def test_office__as_congress_names_it(state, number, code, office):
    make_legislator("Cy Kim", state=state, district=number)
    assert found(code)["Cy Kim"].office == office


def test_office__codes_are_those_of_the_house_s_own_list(shared_data):
    import json

    listed = json.loads((shared_data / "api-shapes" / "cwc-house-offices.json").read_text())
    make_legislator("Cy Kim", state="VT", district=0)
    make_legislator("Di Lee", state="MA", district=7)
    offices = {found("05401")["Cy Kim"].office, found("02139")["Di Lee"].office}
    assert offices <= set(listed)


def test_certain__senators_and_the_district_of_the_table():
    make_legislator("Sen A")
    make_legislator("Rep B", district=3)
    district("OR", 3)
    assert certain() == {"Sen A": True, "Rep B": True}


def test_certain__nobody_of_the_house_without_a_table():
    make_legislator("Sen A")
    make_legislator("Rep B", district=3)
    assert certain() == {"Sen A": True, "Rep B": False}


def test_certain__the_only_member_of_a_state_without_districts():
    make_legislator("Rep V", state="VT", district=0)
    assert certain("05401") == {"Rep V": True}


def test_certain__nobody_when_the_table_names_a_district_of_another_congress():
    make_legislator("Rep B", district=3)
    district("OR", 6)
    assert certain() == {"Rep B": False}


def test_vacant_seat__the_neighbours_are_not_offered():
    senator = make_legislator("Sen A")
    representative = make_legislator("Rep B", district=3)
    district("OR", 6)
    Vacancy.objects.create(chamber=representative.chamber, state="OR", district=6, seat="OR-6")
    assert certain() == {"Sen A": True}
    assert senator.chamber != representative.chamber


def test_state_legislators__districts_of_another_kind_are_not_offered():
    from scoreboard.models import Chamber, Legislature

    make_legislator("Rep B", district=3)
    district("OR", 3)
    state = Legislature.objects.create(slug="oregon", name="Oregon", country="US")
    chamber = Chamber.objects.create(legislature=state, slug="house", name="House")
    local = make_legislator("Local L", district=3)
    type(local).objects.filter(pk=local.pk).update(chamber=chamber)
    assert list(certain()) == ["Rep B"]


@pytest.mark.parametrize("rows", [1, 50])
def test_find_targets__queries_do_not_grow(django_assert_num_queries, rows):
    for number in range(rows):
        make_legislator(f"Rep {number}", district=number + 1)
    with django_assert_num_queries(4):
        find_targets(postal_code="97214", country="US")
