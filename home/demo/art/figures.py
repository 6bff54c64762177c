"""People and things as flat shapes: crowds, walkers, fists, guards, cameras, padlocks."""

import math
from collections.abc import Iterable

from PIL import Image

from home.demo.art.lettering import words
from home.demo.art.press import OVERSAMPLING, Plate, Point, seeded


def bust(plate: Plate, x: float, base: float, size: float, on: bool = True) -> None:
    """Head and shoulders; `size` is the height of the head."""
    plate.oval((x - size * 0.4, base - size * 1.62, x + size * 0.4, base - size * 0.62), on)
    plate.block((x - size * 0.17, base - size * 0.8, x + size * 0.17, base - size * 0.3), on)
    plate.oval((x - size * 0.98, base - size * 0.52, x + size * 0.98, base + size * 1.6), on)


def crowd(plate: Plate, base: float, size: float, seed: int, on: bool = True) -> list[Point]:
    """A row of busts across the sheet; answers the middles of their heads."""
    chance = seeded(seed)
    heads: list[Point] = []
    x = -size * chance.uniform(0, 0.8)
    while x < plate.size[0] + size:
        grown = size * chance.uniform(0.86, 1.12)
        foot = base + chance.uniform(-0.16, 0.16) * size
        bust(plate, x, foot, grown, on)
        heads.append((x, foot - grown * 1.12))
        x += size * chance.uniform(1.45, 1.8)
    return heads


def walker(
    plate: Plate,
    x: float,
    base: float,
    height: float,
    phase: float = 0.5,
    facing: int = 1,
    on: bool = True,
) -> None:
    """A person in mid-step; `phase` from 0 (feet together) to 1 (longest stride)."""
    unit = height / 8
    stride = unit * (0.5 + 1.5 * phase) * facing
    hip, shoulder = (x, base - unit * 3.9), (x + unit * 0.15 * facing, base - unit * 6.5)
    for way in (1, -1):
        knee = (x + way * stride * 0.6 + unit * 0.25 * facing, base - unit * 2)
        foot = (x + way * stride, base - unit * 0.25)
        plate.stroke([hip, knee, foot], unit * 0.85, on)
        plate.stroke([foot, (foot[0] + unit * 0.55 * facing, foot[1])], unit * 0.5, on)
        hand = (x - way * stride * 0.9, base - unit * 3.9)
        plate.stroke(
            [shoulder, (x - way * stride * 0.55, base - unit * 5.2), hand], unit * 0.62, on
        )
    chest = (x + unit * 0.1 * facing, base - unit * 6.0)
    plate.stroke([hip, chest], unit * 1.25, on)
    plate.stroke([(chest[0] - unit * 0.5, chest[1]), (chest[0] + unit * 0.5, chest[1])], unit, on)
    plate.stroke([chest, (x + unit * 0.22 * facing, base - unit * 7.2)], unit * 0.55, on)
    plate.disc((x + unit * 0.28 * facing, base - unit * 7.5), unit * 0.66, on)


def fist(plate: Plate, x: float, base: float, size: float, lean: float = 0) -> None:
    """A raised forearm with a closed hand; `size` is the breadth of the hand."""
    top = base - size * 3.6
    hand = x + lean
    plate.stroke([(x, base + size), (hand, top + size * 1.2)], size * 0.72)
    plate.block(
        (hand - size * 0.56, top, hand + size * 0.56, top + size * 1.16), radius=size * 0.24
    )
    for finger in (-0.27, 0.0, 0.27):
        at = hand + finger * size
        plate.stroke([(at, top + size * 0.1), (at, top + size * 0.52)], size * 0.06, on=False)
    plate.stroke(
        [(hand - size * 0.44, top + size * 0.66), (hand + size * 0.3, top + size * 0.66)],
        size * 0.07,
        on=False,
    )


def placard(
    plate: Plate, foot: Point, text: str, size: int, tilt: float = 0, over: Iterable[Plate] = ()
) -> None:
    """A lettered sign on a stick; `size` is that of the letters; clears the plates under it."""
    x, base = foot
    letters = words(text, size * OVERSAMPLING)
    edge = size * OVERSAMPLING // 2
    board = Image.new("L", (letters.width + edge * 2, letters.height + edge * 2), 255)
    board.paste(0, (edge, edge), letters)
    ground = Image.new("L", board.size, 255).rotate(tilt, expand=True)
    turned = board.rotate(tilt, Image.Resampling.BICUBIC, expand=True)
    width, height = turned.width / OVERSAMPLING, turned.height / OVERSAMPLING
    lean = math.tan(math.radians(tilt)) * size * 2
    plate.stroke([(x, base), (x - lean, base - size * 2.4)], size * 0.14)
    at = (x - lean - width / 2, base - size * 2 - height)
    for under in (plate, *over):
        under.cut(ground, at)
    plate.paste(turned, at)


def guard(plate: Plate, x: float, base: float, size: float) -> None:
    """A helmet and a riot shield; `size` is the height of the helmet."""
    bust(plate, x, base, size)
    plate.oval((x - size * 0.52, base - size * 1.8, x + size * 0.52, base - size * 0.6))
    plate.block(
        (x - size * 0.44, base - size * 1.3, x + size * 0.44, base - size * 0.86),
        on=False,
        radius=size * 0.16,
    )
    plate.block(
        (x - size * 0.4, base - size * 1.14, x + size * 0.4, base - size * 0.96), radius=size * 0.06
    )
    shield = (x - size * 0.86, base - size * 0.5, x + size * 0.86, base + size * 2.6)
    plate.block(_grow(shield, size * 0.12), on=False, radius=size * 0.3)
    plate.block(shield, radius=size * 0.24)
    slot = (x - size * 0.6, base - size * 0.22, x + size * 0.6, base + size * 0.3)
    plate.block(slot, on=False, radius=size * 0.1)


def camera(plate: Plate, x: float, y: float, size: float, facing: int = 1) -> None:
    """A bullet camera on its arm, looking to the right (1) or left (-1) and down."""
    turn = math.radians(24) * facing
    cosine, sine = math.cos(turn), math.sin(turn)

    def at(u: float, v: float) -> Point:
        return x + (u * cosine - v * sine) * size, y + (u * sine + v * cosine) * size

    way = facing
    plate.stroke([at(-0.3 * way, -0.1), (x - 0.75 * size * way, y - size * 0.78)], size * 0.16)
    plate.block(
        (x - size * (0.75 + 0.34), y - size * 1.2, x - size * (0.75 - 0.34), y - size * 0.66)
        if way > 0
        else (x + size * (0.75 - 0.34), y - size * 1.2, x + size * (0.75 + 0.34), y - size * 0.66)
    )
    plate.polygon(
        [at(-0.8 * way, -0.3), at(0.62 * way, -0.3), at(0.62 * way, 0.32), at(-0.8 * way, 0.32)]
    )
    plate.polygon(
        [
            at(-0.66 * way, -0.46),
            at(0.98 * way, -0.46),
            at(0.98 * way, -0.34),
            at(-0.66 * way, -0.34),
        ]
    )
    plate.disc(at(0.62 * way, 0.01), size * 0.33)
    plate.disc(at(0.66 * way, 0.01), size * 0.22, on=False)
    plate.disc(at(0.68 * way, 0.01), size * 0.13)


def padlock(plate: Plate, x: float, y: float, size: float, opened: bool = True) -> None:
    """Body and shackle; `y` is the upper edge of the body."""
    lift, lean = (size * 0.34, size * 0.5) if opened else (0.0, 0.0)
    arc = [
        (
            x + lean - size * 0.34 * math.cos(step * math.pi / 16),
            y - size * 0.3 - lift - size * 0.34 * math.sin(step * math.pi / 16),
        )
        for step in range(17)
    ]
    plate.stroke([*arc, (x + lean + size * 0.34, y - (size * 0.12 if opened else 0))], size * 0.16)
    plate.stroke([arc[0], (arc[0][0], y + size * 0.1)], size * 0.16)
    plate.block((x - size * 0.58, y, x + size * 0.58, y + size * 0.92), radius=size * 0.07)
    plate.disc((x, y + size * 0.38), size * 0.12, on=False)
    plate.polygon(
        [
            (x - size * 0.05, y + size * 0.4),
            (x + size * 0.05, y + size * 0.4),
            (x + size * 0.09, y + size * 0.68),
            (x - size * 0.09, y + size * 0.68),
        ],
        on=False,
    )


def eye(plate: Plate, x: float, y: float, size: float, look: Point = (0, 0)) -> None:
    """An almond with iris; `size` is half its breadth."""
    upper = [(x + size * math.cos(a), y - size * 0.62 * math.sin(a)) for a in _arc()]
    lower = [(x - size * math.cos(a), y + size * 0.5 * math.sin(a)) for a in _arc()]
    plate.polygon([*upper, *lower])
    inner_up = [(x + size * 0.86 * math.cos(a), y - size * 0.46 * math.sin(a)) for a in _arc()]
    inner_low = [(x - size * 0.86 * math.cos(a), y + size * 0.38 * math.sin(a)) for a in _arc()]
    plate.polygon([*inner_up, *inner_low], on=False)
    centre = (x + look[0] * size * 0.3, y + look[1] * size * 0.12)
    plate.disc(centre, size * 0.38)
    plate.disc(centre, size * 0.25, on=False)
    plate.disc(centre, size * 0.19)


def _arc() -> list[float]:
    return [step * math.pi / 24 for step in range(25)]


def _grow(box: tuple[float, float, float, float], by: float) -> tuple[float, float, float, float]:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by
