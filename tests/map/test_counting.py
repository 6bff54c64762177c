import pytest

from campaign_blocks.map.counting import kinds_and_counts
from campaign_blocks.map.models import Kind
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def faces():
    return make_map()


def test_counts__what_is_published_in_two_queries(faces, django_assert_num_queries):
    ban = make_place(faces, kind="ban").kind_id
    make_place(faces, kind="ban"), make_place(faces, kind="ban", state="MA")
    make_place(faces, kind="ban", live=False), make_place(faces, state="NY", live=False)
    with django_assert_num_queries(2):
        kinds, counts = kinds_and_counts(faces)
    assert counts == {"CA": {ban: 2}, "MA": {ban: 1}}
    assert kinds == list(faces.kinds.all())


def test_counts__of_places_abroad_are_kept_without_a_state(faces):
    place = make_place(faces, state="", country="DE")
    assert kinds_and_counts(faces)[1] == {"": {place.kind_id: 1}}


def test_kinds__keep_the_editors_order_and_every_field(faces, django_assert_num_queries):
    first = faces.kinds.first()
    Kind.objects.filter(pk=first.pk).update(sort_order=99, singular="one", aliases="Gate")
    kinds, counts = kinds_and_counts(faces)
    with django_assert_num_queries(0):
        assert (kinds[-1], kinds[-1].counted(1), counts) == (first, "1 one", {})
        assert kinds[-1].map_id == faces.pk and "gate" in kinds[-1].names


def test_counts__leave_other_maps_alone(faces):
    make_place(make_map("drones"))
    assert kinds_and_counts(faces)[1] == {}
