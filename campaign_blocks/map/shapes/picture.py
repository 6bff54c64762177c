"""The committed pictures of the states and the countries, read once per process."""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from math import hypot
from pathlib import Path

HERE = Path(__file__).parent
_STEP = re.compile(r"-?\d+")
Corner = tuple[int, int]


@dataclass(frozen=True)
class State:
    """`path` is SVG path data; empty for a territory, which is drawn as a box at `x`."""

    code: str
    name: str
    middle: tuple[float, float]  # longitude, latitude
    path: str = ""
    x: int = 0


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    states: tuple[State, ...]
    boxes: tuple[State, ...]


@lru_cache(maxsize=4)
def picture_of(areas: str) -> Picture:
    """ "us_states" or "world"."""
    data = json.loads((HERE / f"{areas}.json").read_text(encoding="utf-8"))
    return Picture(
        data["width"],
        data["height"],
        tuple(State(**{**state, "middle": tuple(state["middle"])}) for state in data["states"]),
        tuple(State(**{**box, "middle": tuple(box["middle"])}) for box in data["boxes"]),
    )


def us_picture() -> Picture:
    return picture_of("us_states")


@lru_cache(maxsize=4)
def middles(areas: str) -> dict[str, tuple[float, float]]:
    picture = picture_of(areas)
    return {state.code: state.middle for state in (*picture.states, *picture.boxes)}


def middle_of_state(code: str, areas: str = "us_states") -> tuple[float, float] | None:
    """Longitude and latitude of the middle of its largest piece of land."""
    return middles(areas).get(code)


def state_at(x: int, y: int) -> State | None:
    """The state under a pixel of the picture, or the one whose shore is within twelve pixels."""
    states = us_picture().states
    if inside := next((s for s in states if any(_holds(r, x, y) for r in rings(s))), None):
        return inside
    nearest = min(states, key=lambda s: _distance(s, x, y))
    return nearest if _distance(nearest, x, y) <= 12 else None


def rings(state: State) -> list[list[Corner]]:
    """The corners of each piece of land."""
    found, x, y = [], 0, 0
    for piece in state.path.split("m")[1:]:
        numbers = [int(number) for number in _STEP.findall(piece)]
        ring = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        x, y = ring[0]
        found.append(ring)
    return found


def _distance(state: State, x: int, y: int) -> float:
    return min(hypot(cx - x, cy - y) for ring in rings(state) for cx, cy in ring)


def _holds(ring: list[Corner], x: int, y: int) -> bool:
    inside = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside
