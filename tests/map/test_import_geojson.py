import json

import pytest

from campaign_blocks.map.models import Place
from campaign_blocks.map.services import ImportRefused, import_places
from tests.map.factories import make_map

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(tmp_path):
    faces = make_map()

    def run(data):
        path = tmp_path / "places.geojson"
        path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
        return import_places(map=faces, path=path)

    return run


def feature(coordinates=(-122.27, 37.8), **properties):
    words = {"kind": "ban", "name": "Oakland", "state": "CA", "verified": "yes", **properties}
    point = {"type": "Point", "coordinates": list(coordinates)}
    return {"type": "Feature", "id": "a-1", "geometry": point, "properties": words}


def collection(*features):
    return {"type": "FeatureCollection", "features": list(features)}


def test_geojson__longitude_comes_first(read):
    read(collection(feature()))
    place = Place.objects.get()
    assert (float(place.latitude), float(place.longitude)) == (37.8, -122.27)


def test_geojson__swapped_coordinates_are_refused(read):
    with pytest.raises(ImportRefused) as refused:
        read(collection(feature(), feature((37.8, -122.27))))
    assert str(refused.value.problems[0]).startswith("line 2, latitude: -122.27 is outside")
    assert not Place.objects.exists()


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ("{", "Not JSON"),
        ("[]", "Not GeoJSON"),
        ("[" * 100_000, "Not JSON"),
        ({"type": "FeatureCollection", "features": [1]}, "Feature 1 has no properties"),
        (collection({**feature(), "geometry": {"type": "LineString"}}), "Feature 1 is not a point"),
    ],
)
def test_geojson__broken_file(read, data, word):
    with pytest.raises(ImportRefused) as refused:
        read(data)
    assert word in str(refused.value.problems[0])


def test_geojson__own_export_comes_back_unchanged(read, client):
    read(collection(feature(description="Zoë said “no”", start_date="2019-07", source="Globe")))
    outcome = read(client.get("/map/places.geojson").content.decode())
    assert (outcome.created, outcome.updated, outcome.unchanged) == (0, 0, 1)


def test_geojson__says_the_same_as_the_csv(shared_data):
    faces = make_map()
    import_places(map=faces, path=shared_data / "places" / "fr-places.csv")
    outcome = import_places(map=faces, path=shared_data / "places" / "fr-places.geojson")
    assert outcome.unchanged == 52
