"""It's dangerous: a line of shields, and a face behind bars."""

import math

from PIL import Image

from home.demo.art.faces import PEOPLE, portrait, silhouette
from home.demo.art.figures import guard
from home.demo.art.halftone import dots
from home.demo.art.hud import corners, label
from home.demo.art.lettering import knock_out
from home.demo.art.press import ALARM, CYAN, INK, SAND, Inked, Plate, pull, wear

SIZE = (1200, 900)


def shields() -> Image.Image:
    """Riot police shoulder to shoulder, one small person in front of them."""
    red, black = Plate(SIZE), Plate(SIZE)
    red.block((0, 0, 1200, 900))
    rows = ((360, 120, 0.5), (470, 165, 0.0))
    for base, size, offset in rows:
        line = Plate(SIZE)
        count = math.ceil(1200 / (size * 1.9)) + 2
        for number in range(count):
            x = (number - 0.5 + offset) * size * 1.9
            guard(line, x, base, size)
            if size > 150:
                knock_out(line, "POLICE", (x - size * 0.5, base + size * 0.62), 32)
        black.keep_clear(line, rim=7)
        black.paste(line.image)
    lit = Plate(SIZE)
    lit.oval((380, 700, 820, 1120))
    black.cut(lit.image)
    red.cut(lit.image)
    person = Plate(SIZE)
    person.oval((548, 560, 652, 690))
    person.block((572, 660, 628, 740))
    person.oval((470, 716, 730, 1120))
    black.keep_clear(person, rim=9)
    red.keep_clear(person, rim=9)
    black.paste(person.image)
    wear(black, 61, creases=4, flecks=150)
    return pull(SIZE, SAND, [Inked(red, ALARM), Inked(black, INK)])


def behind_bars() -> Image.Image:
    """A man's face behind seven bars, a searchlight circle round it."""
    light, black, bars, cyan = Plate(SIZE), Plate(SIZE), Plate(SIZE), Plate(SIZE)
    light.disc((600, 430), 400)
    shape = Plate(SIZE)
    shape.paste(silhouette(PEOPLE[2]).resize((1520, 1900)), (220, 10))
    light.cut(shape.image)
    black.paste(dots(portrait(PEOPLE[2]), (760, 950), 13).image, (220, 10))
    for number in range(7):
        x = 90 + number * 170
        bars.block((x - 26, 0, x + 26, 900))
    bars.block((0, 60, 1200, 112))
    bars.block((0, 788, 1200, 840))
    for plate in (black, light):
        plate.keep_clear(bars, rim=7)
    wear(bars, 62, creases=3)
    corners(cyan, (300, 150, 900, 750), arm=90, width=13)
    label(cyan, "LOOKED UP 212 TIMES", (300, 668), 40, over=(light, black, bars))
    return pull(
        SIZE,
        SAND,
        [Inked(light, ALARM), Inked(black, INK), Inked(bars, INK), Inked(cyan, CYAN, opaque=True)],
    )
