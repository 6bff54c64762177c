"""It's invasive: an embrace, a crossing and a child at play, all followed."""

import math

from PIL import Image

from home.demo.art.figures import camera, walker
from home.demo.art.hud import corners, crosshair, label, target
from home.demo.art.press import ALARM, CYAN, INK, SAND, Box, Inked, Plate, pull, wear

SIZE = (1200, 900)


def embrace() -> Image.Image:
    """Two people hold each other inside one bounding box."""
    sun, black, other, red = Plate(SIZE), Plate(SIZE), Plate(SIZE), Plate(SIZE)
    sun.disc((600, 470), 360)
    black.disc((505, 305), 112)
    black.stroke([(455, 930), (470, 560)], 270)
    black.stroke([(470, 520), (640, 600), (770, 560)], 92)
    other.disc((668, 262), 118)
    other.stroke([(762, 930), (742, 530)], 290)
    other.stroke([(752, 470), (590, 560), (410, 640)], 96)
    black.keep_clear(other, rim=9)
    arm = Plate(SIZE)
    arm.stroke([(480, 530), (640, 660), (800, 640)], 88)
    other.keep_clear(arm, rim=9)
    black.paste(arm.image)
    for plate in (black, other):
        sun.keep_clear(plate, rim=5)
    black.paste(other.image)
    wear(black, 31)
    target(red, (350, 120, 850, 560), "2 FACES", 12, 40, over=(sun, black))
    sights = Plate(SIZE)
    for x, y in ((505, 305), (668, 262)):
        crosshair(sights, (x, y), 52, 9)
    return pull(
        SIZE,
        SAND,
        [
            Inked(sun, ALARM),
            Inked(black, INK),
            Inked(sights, CYAN, opaque=True),
            Inked(red, ALARM, opaque=True),
        ],
    )


def crossing() -> Image.Image:
    """Five walkers on a zebra crossing, each with a box and the track of their steps."""
    stripes, black, red = Plate(SIZE), Plate(SIZE), Plate(SIZE)
    for number in range(7):
        left = -120 + number * 210
        stripes.polygon([(left + 150, 470), (left + 262, 470), (left + 172, 900), (left + 20, 900)])
    people: tuple[tuple[float, float, float, float, int], ...] = (
        (190, 640, 330, 0.7, 1),
        (420, 700, 390, 1.0, 1),
        (640, 630, 300, 0.4, -1),
        (860, 740, 430, 0.9, -1),
        (1060, 660, 350, 0.6, -1),
    )
    for number, (x, base, height, phase, facing) in enumerate(people):
        one = Plate(SIZE)
        walker(one, x, base, height, phase, facing)
        stripes.keep_clear(one, rim=6)
        black.keep_clear(one, rim=6)
        black.paste(one.image)
        red.stroke([(x - facing * step, base + 26) for step in (20, 60, 60, 20)], 5)
        for step in range(5):
            red.disc((x - facing * (30 + step * 34), base + 24), 7)
        box: Box = (x - height * 0.3, base - height * 1.06, x + height * 0.3, base + 8)
        target(red, box, f"{83 + number * 3} %", 7, 28)
    wear(black, 32)
    return pull(
        SIZE, SAND, [Inked(stripes, INK), Inked(black, INK), Inked(red, ALARM, opaque=True)]
    )


def kite() -> Image.Image:
    """A child runs with a kite; a camera on a wall looks on."""
    sun, black, red, cyan = Plate(SIZE), Plate(SIZE), Plate(SIZE), Plate(SIZE)
    sun.polygon([(640, 60), (800, 196), (676, 380), (512, 212)])
    black.stroke([(640, 60), (676, 380)], 7)
    black.stroke([(512, 212), (800, 196)], 7)
    string = [(676 - t * 2.9, 380 + t * 1.98 + 34 * math.sin(t / 32)) for t in range(0, 101, 4)]
    black.stroke(string, 4)
    tail = [(676 + t * 1.3, 380 + t * 1.2 + 16 * math.sin(t / 9)) for t in range(0, 110, 3)]
    black.stroke(tail, 6)
    black.block((-10, 842, 1210, 910))
    walker(black, 300, 850, 330, 1.0, -1)
    black.stroke([(298, 604), (350, 630), (384, 580)], 26)
    black.block((1080, -10, 1210, 850))
    camera(black, 950, 420, 150, facing=-1)
    wear(black, 33)
    corners(cyan, (186, 470, 436, 870), arm=50, width=12)
    corners(red, (178, 462, 444, 862), arm=50, width=10)
    label(red, "CHILD, AGE 7", (178, 400), 34)
    return pull(
        SIZE, SAND, [Inked(sun, ALARM), Inked(cyan, CYAN), Inked(black, INK), Inked(red, ALARM)]
    )
