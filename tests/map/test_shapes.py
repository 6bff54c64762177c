import csv
import gzip
import json
from itertools import pairwise

import pytest

from campaign_blocks.map.shapes import build, build_world, natural_earth
from campaign_blocks.map.shapes.albers import project
from campaign_blocks.map.shapes.names import BOXES, STATES
from campaign_blocks.map.shapes.picture import (
    middle_of_state,
    picture_of,
    rings,
    state_at,
    us_picture,
)


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


def test_build_world__makes_the_committed_files_again(tmp_path, monkeypatch):
    committed = (build.HERE / "world.json").read_text(encoding="utf-8")
    globe = (build.STATIC / "world.topo.json").read_text()
    (tmp_path / "static").mkdir()
    monkeypatch.setattr(build, "HERE", tmp_path)
    monkeypatch.setattr(build, "STATIC", tmp_path / "static")
    build_world.main()
    assert (tmp_path / "world.json").read_text(encoding="utf-8") == committed
    assert (tmp_path / "static" / "world.topo.json").read_text() == globe


def test_world__no_line_runs_across_the_date_line():
    russia = next(s for s in picture_of("world").states if s.code == "RU")
    for ring in rings(russia):
        steps = [abs(a[0] - b[0]) for a, b in pairwise(ring)]
        assert max(steps) < 200


@pytest.mark.parametrize(
    ("latitude", "longitude", "country"),
    [(48.8, 2.4, "FR"), (39.9, 116.4, "CN"), (-1.3, 36.8, "KE"), (-33.9, 151.0, "AU")],
)
def test_world__city_lies_in_its_country(latitude, longitude, country):
    x, y = natural_earth.project(latitude, longitude)
    shape = next(s for s in picture_of("world").states if s.code == country)
    corners = [corner for ring in rings(shape) for corner in ring]
    assert min(c[0] for c in corners) - 3 <= x <= max(c[0] for c in corners) + 3
    assert min(c[1] for c in corners) - 3 <= y <= max(c[1] for c in corners) + 3
