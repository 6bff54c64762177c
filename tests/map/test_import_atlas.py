from datetime import date

import pytest

from campaign_blocks.map.models import Place
from campaign_blocks.map.services import ImportRefused, import_places
from tests.map.factories import make_map

pytestmark = pytest.mark.django_db
HEADER = (
    "AOSNUMBER,City,State,Agency,Type of LEA,Summary,Technology,Link 1,Link 1 Source,Link 1 Date"
)
LINE = "X1,Detroit,MI,Detroit Police,Police,Uses it.,Face Recognition,https://example.org/,News,{}"


@pytest.fixture
def faces():
    return make_map()


@pytest.fixture
def read(faces, tmp_path):
    def run(*lines, **options):
        path = tmp_path / "atlas.csv"
        path.write_text("\n".join([HEADER, *lines]), encoding="utf-8")
        return import_places(map=faces, path=path, **options)

    return run


def test_atlas__row_without_coordinates_goes_to_the_middle_of_its_state(read):
    outcome = read(LINE.format("01/15/2020").replace("Detroit", "Nowhere"))
    place = Place.objects.get()
    assert (place.kind.slug, place.precision, place.start_date) == (
        "use",
        "state",
        date(2020, 1, 15),
    )
    assert [str(note) for note in outcome.notes] == [
        "line 2, latitude: No coordinates, and the gazetteer has no such city: "
        "placed in the middle of Michigan."
    ]


def test_atlas__gazetteer_gives_the_city(read, tmp_path):
    cities = tmp_path / "cities.csv"
    cities.write_text("name,state,latitude,longitude\nDetroit,MI,42.33143,-83.04575\n")
    outcome = read(LINE.format(""), gazetteer=cities)
    place = Place.objects.get()
    assert (place.precision, float(place.latitude), outcome.notes) == ("city", 42.33143, [])


@pytest.mark.parametrize("text", ["city,lat\n", "name,state,latitude,longitude\nX,MI,north,2\n"])
def test_atlas__bad_gazetteer_is_refused(read, tmp_path, text):
    cities = tmp_path / "cities.csv"
    cities.write_text(text)
    with pytest.raises(ImportRefused) as refused:
        read(LINE.format(""), gazetteer=cities)
    assert "cities.csv" in str(refused.value.problems[0])


def test_atlas__other_technologies_are_counted_and_left_out(read):
    drones = LINE.format("2024").replace("Face Recognition", "Drones").replace("X1", "X2")
    outcome = read(LINE.format("7/2024"), drones)
    assert (outcome.created, outcome.skipped) == (1, {"Drones": 1})


def test_atlas__sample(faces, shared_data):
    path = shared_data / "places" / "atlas-of-surveillance-sample.csv"
    first, second = import_places(map=faces, path=path), import_places(map=faces, path=path)
    assert (first.created, sum(first.skipped.values()), second.unchanged) == (3, 7, 3)
    assert Place.objects.get(external_id="TEST00003").description.endswith('Ünïcode and "quotes".')


def test_atlas__sample_with_gazetteer(faces, shared_data):
    path = shared_data / "places" / "atlas-of-surveillance-sample.csv"
    cities = shared_data / "cities" / "us-cities-15000.csv"
    outcome = import_places(map=faces, path=path, gazetteer=cities)
    assert len(outcome.notes) == 1
    assert Place.objects.get(external_id="TEST00002").precision == "city"
