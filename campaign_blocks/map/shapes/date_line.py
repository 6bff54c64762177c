"""Countries that reach over 180 degrees are cut there, or a line would run across the picture."""

from itertools import pairwise
from typing import Any

from campaign_blocks.map.shapes.topology import Ring, arc_rings, decode_arcs, stitch

EDGE = 180.0


def cut(topology: dict[str, Any], key: str) -> dict[str, Any]:
    """The same topology in plain degrees; a ring over the date line becomes two of its own."""
    arcs = decode_arcs(topology)
    geometries = []
    for geometry in topology["objects"][key]["geometries"]:
        rings = []
        for numbers in arc_rings(geometry):
            pieces = halves(stitch(numbers, arcs))
            for piece in pieces:
                rings.append([[len(arcs)]])
                arcs.append(piece)
            if not pieces:
                rings.append([numbers])
        geometries.append({"type": "MultiPolygon", "id": geometry.get("id"), "arcs": rings})
    return {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "objects": {key: {"geometries": geometries}},
        "arcs": [steps(arc) for arc in arcs],
    }


def halves(ring: Ring) -> list[Ring]:
    """Nothing when the ring stays on its side."""
    if not any(abs(a[0] - b[0]) > EDGE for a, b in pairwise(ring)):
        return []
    turned = [(x + 2 * EDGE if x < 0 else x, y) for x, y in ring]
    west = [(x - 2 * EDGE, y) for x, y in side(turned, keep_low=False)]
    return [piece for piece in (side(turned, keep_low=True), west) if len(piece) > 3]


def side(ring: Ring, *, keep_low: bool) -> Ring:
    """The part of a ring on one side of the date line, closed along it."""

    def inside(x: float) -> bool:
        return x <= EDGE if keep_low else x >= EDGE

    found: Ring = []
    for a, b in pairwise(ring):
        if inside(a[0]):
            found.append(a)
        if inside(a[0]) != inside(b[0]):
            part = (EDGE - a[0]) / (b[0] - a[0])
            found.append((EDGE, a[1] + part * (b[1] - a[1])))
    return [*found, found[0]] if found else []


def steps(arc: Ring) -> list[list[float]]:
    return [list(arc[0]), *([b[0] - a[0], b[1] - a[1]] for a, b in pairwise(arc))]
