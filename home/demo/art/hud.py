"""What a surveillance camera draws over people: corners, crosshairs, points and labels."""

from collections.abc import Iterable
from itertools import pairwise

from home.demo.art.lettering import knock_out, words
from home.demo.art.press import OVERSAMPLING, Box, Plate, Point, seeded


def corners(plate: Plate, box: Box, arm: float = 26, width: float = 6) -> None:
    x0, y0, x1, y1 = box
    for x, y, right, down in ((x0, y0, 1, 1), (x1, y0, -1, 1), (x0, y1, 1, -1), (x1, y1, -1, -1)):
        plate.block(_ordered(x, y, x + right * arm, y + down * width))
        plate.block(_ordered(x, y, x + right * width, y + down * arm))


def crosshair(plate: Plate, centre: Point, radius: float, width: float = 5) -> None:
    x, y = centre
    plate.ring(centre, radius, width)
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        plate.stroke(
            [
                (x + dx * radius * 0.55, y + dy * radius * 0.55),
                (x + dx * radius * 1.45, y + dy * radius * 1.45),
            ],
            width,
        )
    plate.disc(centre, width * 0.9)


def label(plate: Plate, text: str, at: Point, size: int = 26, over: Iterable[Plate] = ()) -> None:
    """A filled tag, words knocked out, its top left corner at `at`; clears the plates under it."""
    mask = words(text, size * OVERSAMPLING, 800)
    width, height = mask.width / OVERSAMPLING, mask.height / OVERSAMPLING
    pad = size * 0.42
    box = (at[0], at[1], at[0] + width + pad * 2, at[1] + height + pad * 2)
    for under in over:
        under.block(box, on=False)
    plate.block(box)
    knock_out(plate, text, (at[0] + pad, at[1] + pad), size, 800)


def target(
    plate: Plate, box: Box, text: str, width: float = 6, size: int = 26, over: Iterable[Plate] = ()
) -> None:
    """A bounding box with its label standing on the upper edge."""
    plate.frame(box, width)
    label(plate, text, (box[0], box[1] - size * 1.56), size, over)


def cross(plate: Plate, centre: Point, radius: float, width: float = 4) -> None:
    x, y = centre
    plate.stroke([(x - radius, y), (x + radius, y)], width)
    plate.stroke([(x, y - radius), (x, y + radius)], width)


def strike(plate: Plate, box: Box, width: float) -> None:
    x0, y0, x1, y1 = box
    plate.stroke([(x0, y0), (x1, y1)], width)
    plate.stroke([(x0, y1), (x1, y0)], width)


LANDMARKS: tuple[Point, ...] = (
    (0.26, 0.39),
    (0.33, 0.36),
    (0.41, 0.38),
    (0.59, 0.38),
    (0.67, 0.36),
    (0.74, 0.39),
    (0.32, 0.43),
    (0.44, 0.43),
    (0.56, 0.43),
    (0.68, 0.43),
    (0.50, 0.46),
    (0.50, 0.53),
    (0.44, 0.57),
    (0.56, 0.57),
    (0.40, 0.65),
    (0.50, 0.63),
    (0.60, 0.65),
    (0.50, 0.68),
    (0.24, 0.50),
    (0.28, 0.62),
    (0.38, 0.75),
    (0.50, 0.79),
    (0.62, 0.75),
    (0.72, 0.62),
    (0.76, 0.50),
)


def mesh(plate: Plate, box: Box, drift: float = 0, seed: int = 1, radius: float = 7) -> None:
    """Measuring points over a portrait; `drift` pushes them off the features."""
    chance = seeded(seed)
    x0, y0, x1, y1 = box
    spots = []
    for u, v in LANDMARKS:
        shift = drift * chance.uniform(0.6, 1.4)
        spots.append((x0 + (u + shift) * (x1 - x0), y0 + (v - shift * 0.6) * (y1 - y0)))
    for start, end in pairwise(spots):
        plate.stroke([start, end], radius * 0.3)
    for spot in spots:
        cross(plate, spot, radius, radius * 0.45)


def _ordered(xa: float, ya: float, xb: float, yb: float) -> Box:
    return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)
