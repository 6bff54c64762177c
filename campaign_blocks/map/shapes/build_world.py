"""Draws world.json and world.topo.json from countries-110m.json in source/.

Run by hand after changing a threshold or the source file, from the top of the repository:
    python -m campaign_blocks.map.shapes.build_world

The file is that of the npm package world-atlas 2.0.2 (ISC, see source/LICENSE), which draws it from
the public-domain shapes of Natural Earth. Shapes without a code of ISO 3166 are left out.
"""

import json
from typing import Any

from campaign_blocks.map.shapes import build
from campaign_blocks.map.shapes.build import path, shrink, size, worth_drawing
from campaign_blocks.map.shapes.countries import COUNTRIES, NUMBERS
from campaign_blocks.map.shapes.date_line import cut
from campaign_blocks.map.shapes.natural_earth import HEIGHT, WIDTH, place
from campaign_blocks.map.shapes.topology import arc_rings, centre, decode_arcs, stitch, thin

THRESHOLD = 4.0  # square pixels of the picture
ISLAND = 8.0
GLOBE_THRESHOLD = 0.03  # square degrees
GLOBE_ISLAND = 0.3
FAR_SOUTH = "AQ"


def main() -> None:
    source = json.loads((build.SOURCE / "countries-110m.json").read_text(encoding="utf-8"))
    globe = cut(source, "countries")
    codes = {number: code for number, code in NUMBERS.items() if code != FAR_SOUTH}
    small = shrink(globe, "countries", codes, GLOBE_THRESHOLD, GLOBE_ISLAND)
    picture = json.dumps(draw(globe, codes), indent=1, ensure_ascii=False)
    (build.HERE / "world.json").write_text(picture + "\n", encoding="utf-8")
    (build.STATIC / "world.topo.json").write_text(json.dumps(small, separators=(",", ":")) + "\n")


def draw(globe: dict[str, Any], codes: dict[str, str]) -> dict[str, Any]:
    """One SVG path for a country, in the order of the alphabet."""
    plain = decode_arcs(globe)
    arcs = [thin([place(*point) for point in arc], THRESHOLD) for arc in plain]
    found = []
    for geometry in globe["objects"]["countries"]["geometries"]:
        code = codes.get(geometry["id"] or "")
        if code is None:
            continue
        rings = [stitch(numbers, arcs) for numbers in arc_rings(geometry)]
        largest = max((stitch(n, plain) for n in arc_rings(geometry)), key=size)
        middle = [round(part, 4) for part in centre(largest)]
        drawn = path(worth_drawing(rings, ISLAND))
        found.append({"code": code, "name": COUNTRIES[code], "path": drawn, "middle": middle})
    found.sort(key=lambda country: str(country["name"]))
    return {"width": WIDTH, "height": HEIGHT, "states": found, "boxes": []}


if __name__ == "__main__":
    main()
