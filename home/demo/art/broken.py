"""It's broken: two strangers taken for one, and a line-up of wrong answers."""

from itertools import pairwise

from PIL import Image

from home.demo.art.faces import PEOPLE, portrait
from home.demo.art.halftone import dots
from home.demo.art.hud import corners, label, mesh, strike, target
from home.demo.art.press import ALARM, CYAN, INK, SAND, Inked, Plate, pull, wear

SIZE = (1200, 900)


def two_for_one() -> Image.Image:
    """One portrait cut into strips, every other strip from somebody else."""
    first, second = (dots(portrait(PEOPLE[i]), (760, 950), 13) for i in (1, 2))
    black, red = Plate(SIZE), Plate(SIZE)
    cuts = (0, 170, 250, 330, 420, 500, 590, 680, 950)
    shifts = (0, 46, -30, 64, -18, 38, -56, 12)
    for number, (top, bottom) in enumerate(pairwise(cuts)):
        source = (first, second)[number % 2]
        strip = source.image.crop((0, top * 2, 760 * 2, bottom * 2))
        (black, red)[number % 2].paste(strip, (220 + shifts[number], top - 20))
    wear(black, 3)
    hud = Plate(SIZE)
    corners(hud, (200, 70, 1000, 830), arm=80, width=12)
    label(hud, "SAME PERSON", (690, 96), 42, over=(black, red))
    ghost = Plate(SIZE)
    mesh(ghost, (220, -20, 980, 930), drift=0.05, seed=2, radius=9)
    return pull(
        SIZE, SAND, [Inked(black, INK), Inked(red, ALARM), Inked(hud, INK), Inked(ghost, CYAN)]
    )


def line_up() -> Image.Image:
    """Twelve faces in boxes, eleven of them struck out."""
    black, red, ghost = Plate(SIZE), Plate(SIZE), Plate(SIZE)
    for number, face in enumerate(PEOPLE):
        x, y = 24 + number % 4 * 292, 26 + number // 4 * 288
        cell = Plate(SIZE)
        cell.block((x, y, x + 276, y + 262))
        one = Plate(SIZE)
        one.paste(dots(portrait(face), (264, 330), 8.6).image, (x + 6, y + 12))
        one.clip(cell)
        black.paste(one.image)
        frame = (x, y, x + 276, y + 262)
        if number == 6:
            corners(ghost, frame, arm=70, width=14)
            corners(black, (x + 10, y + 10, x + 266, y + 252), arm=50, width=8)
        else:
            red.frame(frame, 7)
            strike(red, (x + 40, y + 40, x + 236, y + 222), 9)
    wear(black, 8)
    return pull(SIZE, SAND, [Inked(black, INK), Inked(red, ALARM), Inked(ghost, CYAN)])


def child() -> Image.Image:
    """The measuring points slide off a child's face; the box says adult."""
    face = dots(portrait(PEOPLE[7]), (720, 900), 13)
    black, red = Plate(SIZE), Plate(SIZE)
    black.paste(face.image, (60, 20))
    wear(black, 6)
    target(red, (420, 150, 980, 720), "ADULT MALE 64 %", 12, 44, over=(black,))
    mesh(red, (300, 60, 1040, 900), drift=0.02, seed=7, radius=12)
    return pull(SIZE, SAND, [Inked(black, INK), Inked(red, ALARM, opaque=True)])
