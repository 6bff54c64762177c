import csv
import io
import json
from decimal import Decimal

import pytest

from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db
FILES = ["/map/places.geojson", "/map/places.csv", "/map/points.geojson"]


@pytest.fixture
def faces():
    return make_map()


def features(client, query=""):
    return json.loads(client.get(f"/map/places.geojson{query}").content)["features"]


def test_geojson__a_feature(client, faces):
    place = make_place(faces, kind="ban", name="Oakland", external_id="a-1", source="News")
    (found,) = features(client)
    assert found["geometry"] == {"type": "Point", "coordinates": [-122.27, 37.8]}
    assert found["id"] == "a-1"
    words = found["properties"]
    assert (words["name"], words["kind"], words["state"]) == ("Oakland", "ban", "CA")
    assert words["link"].endswith(f"/map/places/{place.pk}/")
    assert "scope" not in words


def test_geojson__filters_and_box(client, faces):
    make_place(faces, name="Oakland", kind="ban")
    make_place(faces, name="Fresno", latitude=Decimal("36.7"), longitude=Decimal("-119.8"))
    make_place(faces, name="hidden", live=False)
    names = {f["properties"]["name"] for f in features(client)}
    assert names == {"Oakland", "Fresno"}
    assert len(features(client, "?kind=ban&state=CA")) == 1
    (found,) = features(client, "?bbox=-120,36,-119,37")
    assert found["properties"]["name"] == "Fresno"


@pytest.mark.parametrize(
    "box", ["1", "1,2,3", "a,b,c,d", "0,50,1,40", "0,91,1,92", "nan,0,1,1", "1,2,3,4,5", ",,,"]
)
def test_data__bad_box_is_400_with_a_sentence(client, faces, box):
    response = client.get("/map/places.geojson", {"bbox": box})
    assert response.status_code == 400
    assert "bbox" in response.json()["error"]


@pytest.mark.parametrize("address", ["/map/places.geojson", "/map/places.csv"])
def test_data__open_to_every_site_and_cacheable(client, faces, address):
    response = client.get(address)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies


@pytest.mark.parametrize("address", FILES)
def test_data__not_modified_until_a_place_changes(client, faces, address):
    place = make_place(faces)
    tag = client.get(address)["ETag"]
    again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    place.name = "Renamed"
    place.save()
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_data__filters_have_tags_of_their_own(client, faces):
    tags = {client.get(f"/map/places.geojson{query}")["ETag"] for query in ("", "?state=CA")}
    assert len(tags) == 2


def test_data__post_is_refused(client, faces):
    assert client.post("/map/places.csv").status_code == 405


def test_csv__columns_and_harmless_cells(client, faces):
    make_place(faces, name="@SUM(1)", source="=cmd|' /C calc'!A0", description="-1+1")
    (row,) = csv.DictReader(io.StringIO(client.get("/map/places.csv").content.decode()))
    assert (row["name"], row["source"], row["description"]) == (
        "'@SUM(1)",
        "'=cmd|' /C calc'!A0",
        "'-1+1",
    )
    assert (row["latitude"], row["longitude"]) == ("37.8", "-122.27")


@pytest.mark.parametrize("number", [1, 50])
@pytest.mark.parametrize("address", FILES)
def test_data__queries(client, faces, number, address, django_assert_max_num_queries):
    for _ in range(number):
        make_place(faces)
    client.get("/map/points.geojson")
    with django_assert_max_num_queries(3):
        client.get(address)


def test_points__one_feature_for_each_state(client, faces):
    place = make_place(faces, kind="ban", name="Oakland", city="Oakland", latitude="37.812345")
    make_place(faces, latitude=None, longitude=None)
    make_place(faces, state="MA", name="City hall", city="Boston")
    data = client.get("/map/points.geojson").json()
    first, second = data["features"]
    assert (data["type"], data["kinds"]) == ("FeatureCollection", ["ban", "use"])
    assert first["geometry"] == {"type": "MultiPoint", "coordinates": [[-122.27, 37.8123]]}
    words = {"area": "CA", "place": [place.pk], "kind": [0], "name": ["Oakland"], "city": [""]}
    assert first["properties"] == words
    assert (second["properties"]["area"], second["properties"]["city"]) == ("MA", ["Boston"])


@pytest.mark.parametrize("address", ["/map/places.geojson", "/map/places.csv"])
def test_data__links_follow_our_address_not_the_requests(client, faces, settings, address):
    settings.ALLOWED_HOSTS = ["localhost"]
    make_place(faces)
    answer = client.get(address, HTTP_HOST="localhost:6666", HTTP_X_FORWARDED_HOST="evil.example")
    assert f"{settings.BASE_URL}/map/places/" in answer.content.decode()
    assert b"6666" not in answer.content
    assert b"evil" not in answer.content


@pytest.mark.parametrize("name", ["=1+1", " =1+1", "\u00a0@A1", "\uff1d1+1", '"=1+1', "'=1+1"])
def test_csv__formula_behind_other_characters_is_disarmed(client, faces, name):
    make_place(faces, name=name)
    (row,) = csv.DictReader(io.StringIO(client.get("/map/places.csv").content.decode()))
    assert row["name"] == f"'{name}"
