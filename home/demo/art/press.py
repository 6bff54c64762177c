"""A poster press: each ink has a plate; inks multiply where they overlap, opaque ones cover."""

import random
from collections.abc import Iterable
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw

Colour = tuple[int, int, int]
Point = tuple[float, float]
Box = tuple[float, float, float, float]

INK: Colour = (20, 17, 15)
PAPER: Colour = (255, 255, 255)
SAND: Colour = (244, 239, 230)
ALARM: Colour = (200, 16, 46)
CYAN: Colour = (34, 211, 238)

OVERSAMPLING = 2


def seeded(seed: int) -> random.Random:
    """Chance that falls the same way on every machine."""
    return random.Random(seed)  # noqa: S311  it draws pictures, it guards nothing


class Plate:
    """One ink's mask, drawn larger than printed; coordinates are those of the finished print."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        self.image = Image.new("L", (size[0] * OVERSAMPLING, size[1] * OVERSAMPLING), 0)
        self.draw = ImageDraw.Draw(self.image)

    def polygon(self, points: Iterable[Point], on: bool = True) -> None:
        self.draw.polygon([_up(point) for point in points], fill=255 * on)

    def disc(self, centre: Point, radius: float, on: bool = True) -> None:
        x, y = _up(centre)
        r = radius * OVERSAMPLING
        self.draw.ellipse((x - r, y - r, x + r, y + r), fill=255 * on)

    def ring(self, centre: Point, radius: float, width: float) -> None:
        self.disc(centre, radius)
        self.disc(centre, radius - width, on=False)

    def oval(self, box: Box, on: bool = True) -> None:
        self.draw.ellipse(_up_box(box), fill=255 * on)

    def block(self, box: Box, on: bool = True, radius: float = 0) -> None:
        self.draw.rounded_rectangle(_up_box(box), radius * OVERSAMPLING, fill=255 * on)

    def frame(self, box: Box, width: float) -> None:
        self.draw.rectangle(_up_box(box), outline=255, width=round(width * OVERSAMPLING))

    def stroke(self, points: Iterable[Point], width: float, on: bool = True) -> None:
        """A line with round ends and joints."""
        path = [_up(point) for point in points]
        thick = width * OVERSAMPLING
        self.draw.line(path, fill=255 * on, width=round(thick), joint="curve")
        for x, y in path:
            half = thick / 2
            self.draw.ellipse((x - half, y - half, x + half, y + half), fill=255 * on)

    def paste(self, mask: Image.Image, at: Point = (0, 0)) -> None:
        """Adds another mask (already oversampled) to this plate."""
        self.image.paste(255, _corner(at), mask)

    def cut(self, mask: Image.Image, at: Point = (0, 0)) -> None:
        """Leaves a mask's shape unprinted."""
        self.image.paste(0, _corner(at), mask)

    def keep_clear(self, shape: "Plate", rim: float = 8) -> None:
        """Cuts a shape and an edge round it, so that the shape stands off its ground."""
        for at in ((-rim, 0), (rim, 0), (0, -rim), (0, rim), (0, 0)):
            self.cut(shape.image, at)

    def clip(self, mask: "Plate") -> None:
        self.image.paste(ImageChops.multiply(self.image, mask.image))


@dataclass(frozen=True)
class Inked:
    plate: Plate
    colour: Colour
    shift: tuple[int, int] = (0, 0)
    opaque: bool = False


def pull(size: tuple[int, int], paper: Colour, inks: Iterable[Inked]) -> Image.Image:
    """The finished print: every plate in its ink, shifted by its misregistration."""
    print_ = Image.new("RGB", size, paper)
    for inked in inks:
        mask = Image.new("L", size, 0)
        mask.paste(inked.plate.image.reduce(OVERSAMPLING), inked.shift)
        solid = Image.new("RGB", size, inked.colour)
        if inked.opaque:
            print_.paste(solid, mask=mask)
        else:
            layer = Image.composite(solid, Image.new("RGB", size, PAPER), mask)
            print_ = ImageChops.multiply(print_, layer)
    return print_


def wear(plate: Plate, seed: int, creases: int = 3, flecks: int = 90) -> None:
    """Poster paste: a few long creases and flecks where the ink did not take."""
    chance = seeded(seed)
    width, height = plate.size
    for _ in range(creases):
        x = chance.uniform(0, width)
        lean = chance.uniform(-0.12, 0.12) * height
        plate.stroke(
            [(x, -9), (x + lean / 2 + chance.uniform(-9, 9), height / 2), (x + lean, height + 9)],
            chance.uniform(0.8, 1.8),
            on=False,
        )
    for _ in range(flecks):
        spot = (chance.uniform(0, width), chance.uniform(0, height))
        plate.disc(spot, chance.uniform(0.8, 2.6), on=False)


def _corner(at: Point) -> tuple[int, int]:
    return round(at[0] * OVERSAMPLING), round(at[1] * OVERSAMPLING)


def _up(point: Point) -> Point:
    return point[0] * OVERSAMPLING, point[1] * OVERSAMPLING


def _up_box(box: Box) -> Box:
    x0, y0, x1, y1 = (value * OVERSAMPLING for value in box)
    return x0, y0, x1, y1
