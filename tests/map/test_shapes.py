import csv
import gzip
import json

import pytest

from campaign_blocks.map.shapes import build
from campaign_blocks.map.shapes.albers import project
from campaign_blocks.map.shapes.names import BOXES, STATES
from campaign_blocks.map.shapes.picture import middle_of_state, state_at, us_picture


def test_picture__holds_every_state_and_territory():
    picture = us_picture()
    drawn = {state.code for state in picture.states}
    assert drawn | {box.code for box in picture.boxes} == set(STATES)
    assert {box.code for box in picture.boxes} == set(BOXES)


def test_picture__is_light():
    paths = "".join(state.path for state in us_picture().states)
    assert len(gzip.compress(paths.encode())) < 7600


def test_build__makes_the_committed_files_again(tmp_path, monkeypatch):
    committed = (build.HERE / "us_states.json").read_text()
    globe = (build.STATIC / "us_states.topo.json").read_text()
    source = build.SOURCE
    monkeypatch.setattr(build, "HERE", tmp_path)
    monkeypatch.setattr(build, "STATIC", tmp_path / "static")
    monkeypatch.setattr(build, "SOURCE", source)
    build.main()
    assert (tmp_path / "us_states.json").read_text() == committed
    assert (tmp_path / "static" / "us_states.topo.json").read_text() == globe


def test_globe__every_arc_is_used_and_there():
    globe = json.loads((build.STATIC / "us_states.topo.json").read_text())
    shapes = globe["objects"]["states"]["geometries"]
    used = {n if n >= 0 else ~n for s in shapes for p in s["arcs"] for r in p for n in r}
    assert used == set(range(len(globe["arcs"])))


@pytest.mark.parametrize(
    ("latitude", "longitude", "state"),
    [
        (39.74, -104.98, "CO"),
        (61.2, -149.9, "AK"),
        (21.3, -157.85, "HI"),
        (42.26, -71.8, "MA"),
        (25.77, -80.19, "FL"),
    ],
)
def test_project__city_lies_in_its_state(latitude, longitude, state):
    assert state_at(*project(latitude, longitude)).code == state


@pytest.mark.parametrize("point", [(18.2, -66.5), (48.85, 2.35), (-33.9, 151.2), (90, 0)])
def test_project__outside_the_fifty_states(point):
    assert project(*point) is None


def test_project__almost_all_cities(shared_data):
    with (shared_data / "cities" / "us-cities-15000.csv").open() as file:
        cities = list(csv.DictReader(file))[::10]
    right = 0
    for city in cities:
        pixel = project(float(city["latitude"]), float(city["longitude"]))
        found = state_at(*pixel) if pixel else None
        right += bool(found and found.code == city["state"])
    assert right / len(cities) > 0.96


def test_middle_of_state__longitude_first():
    longitude, latitude = middle_of_state("CO")
    assert (round(longitude), round(latitude)) == (-106, 39)
    assert middle_of_state("ZZ") is None
