from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campaign_blocks.map.models import Place
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def faces():
    return make_map()


def test_place__columns_follow_the_location_that_an_editor_sets(faces):
    place = make_place(faces)
    place.location = "SRID=4326;POINT(-71.06 42.36)"
    place.full_clean()
    place.save()
    place.refresh_from_db()
    assert (place.latitude, place.longitude) == (Decimal("42.36"), Decimal("-71.06"))


def test_place__location_follows_the_columns(faces):
    place = make_place(faces)
    place = Place.objects.get(pk=place.pk)
    place.latitude, place.longitude = Decimal("42.36"), Decimal("-71.06")
    place.save(update_fields=["latitude", "longitude"])
    place.refresh_from_db()
    assert place.location == "SRID=4326;POINT(-71.06 42.36)"


def test_place__emptied_location_empties_the_columns(faces):
    place = Place.objects.get(pk=make_place(faces).pk)
    place.location = ""
    place.save()
    place.refresh_from_db()
    assert place.latitude is None and place.longitude is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("location", "37.77,-122.41"),
        ("location", "SRID=4326;POINT(200 3)"),
        ("source_url", "javascript:alert(1)"),
        ("action_url", "ftp://example.org/x"),
        ("state", "ZZ"),
        ("status", "maybe"),
    ],
)
def test_place__bad_value_is_refused_at_its_field(faces, field, value):
    place = make_place(faces)
    setattr(place, field, value)
    with pytest.raises(ValidationError) as refused:
        place.full_clean()
    assert list(refused.value.message_dict) == [field]


def test_place__kind_of_another_map_is_refused(faces):
    other = make_map("other")
    place = make_place(faces)
    place.kind = other.kinds.first()
    with pytest.raises(ValidationError, match="kind of this map"):
        place.full_clean()


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("map_place_latitude_on_earth", {"latitude": 91}),
        ("map_place_longitude_on_earth", {"longitude": -181}),
        ("map_place_point_is_whole", {"latitude": None}),
        (
            "map_place_status_after_start",
            {"start_date": date(2020, 1, 2), "status_date": date(2020, 1, 1)},
        ),
    ],
)
def test_place__database_refuses(faces, constraint, fields):
    place = make_place(faces)
    with pytest.raises(IntegrityError), transaction.atomic():
        Place.objects.filter(pk=place.pk).update(**fields)
    assert constraint in {c.name for c in Place._meta.constraints}


def test_place__source_number_comes_once_per_map(faces):
    make_place(faces, external_id="a-1")
    make_place(make_map("other"), external_id="a-1")
    make_place(faces), make_place(faces)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_place(faces, external_id="a-1")


def test_kind__slug_comes_once_per_map(faces):
    with pytest.raises(IntegrityError), transaction.atomic():
        faces.kinds.model.objects.create(map=faces, slug="ban", label="Again")


def test_map__any_country_defines_its_own_kinds():
    kinds = [{"slug": "verbot", "label": "Verbot", "meaning": "banned"}]
    berlin = make_map("berlin", basemap="none", kinds=kinds)
    place = make_place(berlin, kind="verbot", state="Berlin", country="DE")
    place.full_clean()
    assert place.where == "Berlin, Germany"
