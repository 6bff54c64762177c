"""Regulation is not enough: a warning sign made of watching eyes."""

import math

from PIL import Image

from home.demo.art.figures import eye
from home.demo.art.halftone import dots, fade
from home.demo.art.press import ALARM, INK, SAND, Inked, Plate, pull, wear

SIZE = (1200, 900)


def trefoil() -> Image.Image:
    """The radiation sign: an eye at the hub, a lens in each blade."""
    centre = (600, 450)
    disc, black = Plate(SIZE), Plate(SIZE)
    disc.disc(centre, 424)
    black.ring(centre, 424, 24)
    for blade in range(3):
        middle = math.radians(90 + 120 * blade)
        arc = [middle + math.radians(step) for step in range(-30, 31, 3)]
        black.polygon(
            [
                *((600 + 372 * math.cos(a), 450 + 372 * math.sin(a)) for a in arc),
                *((600 + 128 * math.cos(a), 450 + 128 * math.sin(a)) for a in reversed(arc)),
            ]
        )
        at = (600 + 270 * math.cos(middle), 450 + 270 * math.sin(middle))
        for radius, on in ((78, False), (64, True), (44, False), (30, True)):
            black.disc(at, radius, on)
    hub = Plate(SIZE)
    hub.disc(centre, 112)
    eye_plate = Plate(SIZE)
    eye(eye_plate, 600, 450, 104)
    black.cut(hub.image)
    black.paste(eye_plate.image)
    rain = dots(fade((40, 30), 250, 120), SIZE, 26)
    rain.keep_clear(disc, rim=10)
    wear(black, 21, creases=5, flecks=140)
    return pull(SIZE, SAND, [Inked(disc, ALARM), Inked(rain, INK), Inked(black, INK)])
