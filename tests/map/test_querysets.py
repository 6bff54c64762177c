from decimal import Decimal

import pytest

from campaign_blocks.map.models import Place
from campaign_blocks.map.querysets import Box
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def faces():
    return make_map()


def names(places):
    return sorted(place.name for place in places)


def test_published__needs_place_and_map(faces):
    hidden = make_map("hidden")
    hidden.published = False
    hidden.save()
    make_place(faces, name="shown")
    make_place(faces, name="draft", live=False)
    make_place(hidden, name="of a hidden map")
    assert names(Place.objects.published()) == ["shown"]


def test_in_state_and_of_kind(faces):
    make_place(faces, name="a", kind="ban")
    make_place(faces, name="b", kind="use")
    make_place(faces, name="c", kind="ban", state="MA")
    assert names(Place.objects.in_area("state", "CA").of_kind("ban")) == ["a"]
    assert names(Place.objects.of_kind("ban", "use")) == ["a", "b", "c"]
    assert names(Place.objects.of_meaning("banned")) == ["a", "c"]


def test_within__box_and_across_the_date_line(faces):
    make_place(faces, name="oakland")
    make_place(faces, name="guam", latitude=Decimal("13.4"), longitude=Decimal("144.8"))
    make_place(faces, name="samoa", latitude=Decimal("-14.3"), longitude=Decimal("-170.7"))
    box = Box(*map(Decimal, ("-123", "37", "-122", "38")))
    assert names(Place.objects.within(box)) == ["oakland"]
    pacific = Box(*map(Decimal, ("140", "-20", "-160", "20")))
    assert names(Place.objects.within(pacific)) == ["guam", "samoa"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("oak", ["Oakland"]),
        ("massachusetts", ["Boston Police"]),
        ("MA", ["Boston Police"]),
        ("police boston", ["Boston Police"]),
        ("94110", ["Oakland"]),
        ("02139", ["Boston Police"]),
        ("100% nothing", []),
        ("new york", []),
    ],
)
def test_matching__name_city_state_and_zip(faces, words, found):
    make_place(faces, name="Oakland")
    make_place(faces, name="Boston Police", city="Boston", state="MA")
    assert names(Place.objects.matching(words)) == found


def test_spots__are_distinct_and_rounded(faces):
    for _ in range(3):
        place = make_place(faces, latitude=Decimal("37.801"), longitude=Decimal("-122.271"))
    assert Place.objects.all().spots_by_kind(10) == {place.kind_id: [(37.8, -122.27)]}


def test_spots__of_all_kinds_in_one_query_up_to_the_limit(faces, django_assert_num_queries):
    [use] = {make_place(faces, latitude=Decimal(n)).kind_id for n in (40, 30)}
    ban = make_place(faces, kind="ban").kind_id
    with django_assert_num_queries(1):
        spots = Place.objects.all().spots_by_kind(3)
    assert sorted(spots[use]) == [(30.0, -122.27), (40.0, -122.27)]
    assert spots[ban] == [(37.8, -122.27)]
    assert sum(map(len, Place.objects.all().spots_by_kind(2).values())) == 2
