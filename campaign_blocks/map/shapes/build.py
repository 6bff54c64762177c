"""Draws us_states.json and us_states.topo.json from the us-atlas files in source/.

Run by hand after changing a threshold or a source file, from the top of the repository:
    python -m campaign_blocks.map.shapes.build

source/ holds states-albers-10m.json and states-10m.json of the npm package us-atlas 3.0.1
(ISC, see source/LICENSE), which draws them from the public-domain shapes of the US Census Bureau.
"""

import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from campaign_blocks.map.shapes.names import BOXES, STATES, US_FIPS
from campaign_blocks.map.shapes.topology import (
    Ring,
    arc_rings,
    centre,
    decode_arcs,
    stitch,
    surface,
    thin,
)

HERE = Path(__file__).parent
SOURCE = HERE / "source"
STATIC = HERE.parent / "static" / "map" / "shapes"
PICTURE_THRESHOLD = 2.5  # square pixels of the 975 x 610 picture
PICTURE_ISLAND = 16.0
GLOBE_THRESHOLD = 0.001  # square degrees
GLOBE_ISLAND = 0.006
GLOBE_GRID = 0.01  # degrees: about a kilometre


def main() -> None:
    """Write both files and say nothing: git shows what changed."""
    STATIC.mkdir(parents=True, exist_ok=True)
    globe = json.loads((SOURCE / "states-10m.json").read_text())
    picture = json.loads((SOURCE / "states-albers-10m.json").read_text())
    (HERE / "us_states.json").write_text(json.dumps(draw(picture, globe), indent=1) + "\n")
    (STATIC / "us_states.topo.json").write_text(
        json.dumps(shrink(globe, "states", US_FIPS), separators=(",", ":")) + "\n"
    )


def draw(picture: dict[str, Any], globe: dict[str, Any]) -> dict[str, Any]:
    """The picture: one SVG path for a state, a labelled box for each territory."""
    middles = dict(_middles(globe))
    arcs = [thin(arc, PICTURE_THRESHOLD) for arc in decode_arcs(picture)]
    shapes = {}
    for geometry in picture["objects"]["states"]["geometries"]:
        rings = [stitch(numbers, arcs) for numbers in arc_rings(geometry)]
        shapes[US_FIPS[geometry["id"]]] = path(worth_drawing(rings, PICTURE_ISLAND))
    return {
        "width": 975,
        "height": 690,
        "states": [
            {"code": code, "name": name, "path": shapes[code], "middle": middles[code]}
            for code, name in STATES.items()
            if code not in BOXES
        ],
        "boxes": [
            {"code": code, "name": STATES[code], "x": 14 + 160 * i, "middle": middles[code]}
            for i, code in enumerate(BOXES)
        ],
    }


def shrink(
    globe: dict[str, Any],
    key: str,
    codes: Mapping[str, str],
    thinner: float = GLOBE_THRESHOLD,
    island: float = GLOBE_ISLAND,
) -> dict[str, Any]:
    """The same shapes in longitude and latitude as a small TopoJSON for the full map."""
    arcs = [thin(arc, thinner) for arc in decode_arcs(globe)]
    used: dict[int, int] = {}
    geometries = []
    for geometry in globe["objects"][key]["geometries"]:
        if geometry.get("id") not in codes:
            continue
        rings = [(numbers, stitch(numbers, arcs)) for numbers in arc_rings(geometry)]
        keep = worth_drawing([ring for _, ring in rings], island)
        numbered = [[renumber(n, used) for n in numbers] for numbers, ring in rings if ring in keep]
        code = codes[geometry["id"]]
        geometries.append({"type": "MultiPolygon", "id": code, "arcs": [[r] for r in numbered]})
    return {
        "type": "Topology",
        "transform": {"scale": [GLOBE_GRID, GLOBE_GRID], "translate": [0, 0]},
        "objects": {"states": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": [steps(arcs[old]) for old in used],
    }


def _middles(globe: dict[str, Any]) -> list[tuple[str, list[float]]]:
    arcs = decode_arcs(globe)
    found = []
    for geometry in globe["objects"]["states"]["geometries"]:
        largest = max((stitch(n, arcs) for n in arc_rings(geometry)), key=size)
        found.append((US_FIPS[geometry["id"]], [round(part, 4) for part in centre(largest)]))
    return found


def size(ring: Ring) -> float:
    return abs(surface(ring))


def worth_drawing(rings: list[Ring], smallest: float) -> list[Ring]:
    largest = max(rings, key=size)
    return [ring for ring in rings if ring is largest or size(ring) >= smallest]


def path(rings: list[Ring]) -> str:
    """Relative whole numbers: the shortest text that draws the rings."""
    drawn, at = "", (0, 0)
    for ring in rings:
        points = [(round(x), round(y)) for x, y in ring]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
        steps = [step for step in steps if step != (0, 0)][:-1]
        start = (points[0][0] - at[0], points[0][1] - at[1])
        drawn += "m" + _numbers([start, *steps]) + "z"
        at = points[0]
    return drawn


def _numbers(pairs: list[tuple[int, int]]) -> str:
    text = " ".join(f"{x} {y}" for x, y in pairs)
    return text.replace(" -", "-")


def renumber(number: int, used: dict[int, int]) -> int:
    old = number if number >= 0 else ~number
    new = used.setdefault(old, len(used))
    return new if number >= 0 else ~new


def steps(points: Ring) -> list[list[int]]:
    grid = [(round(x / GLOBE_GRID), round(y / GLOBE_GRID)) for x, y in points]
    steps = [[b[0] - a[0], b[1] - a[1]] for a, b in pairwise(grid)]
    return [list(grid[0]), *(step for step in steps if step != [0, 0])]


if __name__ == "__main__":
    main()
