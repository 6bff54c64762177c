import pytest

from campaign_blocks.kit.doors import Area, area_finders
from scoreboard.areas import find_areas
from scoreboard.models import ZipDistrict


@pytest.fixture
def districts(db):
    rows = [("94110", "CA", 11), ("02139", "MA", 5), ("02139", "MA", 7), ("42223", "KY", 1)]
    rows += [("42223", "TN", 7), ("05401", "VT", 0)]
    ZipDistrict.objects.bulk_create(
        ZipDistrict(postal_code=code, state=state, district=n) for code, state, n in rows
    )


@pytest.mark.parametrize(
    ("code", "area"),
    [
        ("94110", Area("CA", "11")),
        ("94110-4321", Area("CA", "11")),
        ("02139", Area("MA")),  # two districts: never a guess
        ("05401", Area("VT", "0")),
        ("10001", Area("NY")),  # not in the table: its state alone
    ],
)
def test_areas__of_a_code(districts, code, area):
    assert find_areas(postal_codes=[code], country="US") == {code: area}


@pytest.mark.parametrize("code", ["42223", "00000", "K1A 0B1", ""])
def test_areas__unsure_codes_are_left_out(districts, code):
    assert find_areas(postal_codes=[code], country="US") == {}


def test_areas__nothing_abroad(districts, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert find_areas(postal_codes=["94110"], country="CA") == {}


@pytest.mark.parametrize(("codes", "queries"), [(10, 1), (12_000, 3)])
def test_areas__thousands_in_a_handful_of_queries(db, django_assert_num_queries, codes, queries):
    with django_assert_num_queries(queries):
        find_areas(postal_codes=[f"{n:05}" for n in range(codes)], country="US")


def test_areas__are_offered_at_the_door():
    assert find_areas in area_finders()
