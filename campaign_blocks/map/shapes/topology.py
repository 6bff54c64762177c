"""Just enough of TopoJSON: arcs shared by neighbours, so that borders stay shut when thinned."""

from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush
from typing import Any

Point = tuple[float, float]
Ring = list[Point]


def decode_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Absolute coordinates of every arc (the file holds quantised differences)."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * kx + dx, y * ky + dy))
        arcs.append(points)
    return arcs


def thin(points: list[Point], smallest: float) -> list[Point]:
    """Visvalingam: drop the points whose triangle with both neighbours is under `smallest`."""
    before = list(range(-1, len(points) - 1))
    after = list(range(1, len(points) + 1))
    area = {i: _triangle(*points[i - 1 : i + 2]) for i in range(1, len(points) - 1)}
    heap = [(size, i) for i, size in area.items()]
    heapify(heap)
    while heap and heap[0][0] < smallest:
        size, i = heappop(heap)
        if area.get(i) != size:
            continue
        del area[i]
        after[before[i]], before[after[i]] = after[i], before[i]
        for k in (before[i], after[i]):
            if k in area:
                area[k] = max(size, _triangle(points[before[k]], points[k], points[after[k]]))
                heappush(heap, (area[k], k))
    return [p for i, p in enumerate(points) if i in area or i in (0, len(points) - 1)]


def arc_rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """Every ring of a Polygon or MultiPolygon as arc numbers (~n is arc n backwards)."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        yield from polygon


def stitch(numbers: Iterable[int], arcs: list[list[Point]]) -> Ring:
    """One closed ring from its arcs; the shared end points are kept once."""
    ring: Ring = []
    for number in numbers:
        part = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += part[1:] if ring else part
    return ring


def surface(ring: Ring) -> float:
    """Signed area by the shoelace formula, in the square of the ring's unit."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def centre(ring: Ring) -> Point:
    """Centre of gravity of a ring."""
    total = x = y = 0.0
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        total, x, y = total + cross, x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return (x / (3 * total), y / (3 * total))


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
