"""It threatens our future: ranks under one eye, and the crowd that answers."""

import math

from PIL import Image

from home.demo.art.figures import camera, crowd, eye, fist, placard, walker
from home.demo.art.press import ALARM, INK, SAND, Inked, Plate, pull, wear

SIZE = (1200, 900)


def ranks() -> Image.Image:
    """Identical figures march in ranks beneath an enormous eye."""
    black, rays = Plate(SIZE), Plate(SIZE)
    for ray in range(13):
        start = math.radians(180 / 13 * ray + 2)
        end = math.radians(180 / 13 * ray + 180 / 26 + 2)
        rays.polygon(
            [
                (600, 250),
                (600 + 1300 * math.cos(start), 250 + 1300 * math.sin(start)),
                (600 + 1300 * math.cos(end), 250 + 1300 * math.sin(end)),
            ]
        )
    glance = Plate(SIZE)
    eye(glance, 600, 230, 300, (0, 0.6))
    whole = Plate(SIZE)
    whole.oval((296, 40, 904, 400))
    rays.cut(whole.image)
    black.paste(glance.image)
    for row, (base, height) in enumerate(((560, 150), (690, 215), (885, 300))):
        line = Plate(SIZE)
        gap = height * 0.48
        count = int(1200 / gap) + 3
        for number in range(count):
            walker(line, (number - 0.5 - row * 0.3) * gap, base, height, 0.42, 1)
        black.keep_clear(line, rim=5)
        rays.keep_clear(line, rim=4)
        black.paste(line.image)
    wear(black, 71)
    return pull(SIZE, SAND, [Inked(rays, ALARM), Inked(black, INK)])


def answer() -> Image.Image:
    """A protest under two cameras: a raised fist, signs, and people shoulder to shoulder."""
    burst, black = Plate(SIZE), Plate(SIZE)
    points = []
    for step in range(44):
        reach = 560 if step % 2 else 360
        a = math.radians(360 / 44 * step)
        points.append((600 + reach * math.cos(a) * 1.1, 560 + reach * math.sin(a)))
    burst.polygon(points)
    people = Plate(SIZE)
    for x, base, size, lean in ((120, 700, 62, -12), (600, 650, 92, 6), (1080, 700, 62, 16)):
        fist(people, x, base, size, lean)
    placard(people, (330, 730), "NO FACE DATA", 42, 6, (burst,))
    placard(people, (880, 700), "BAN IT", 72, -7, (burst,))
    crowd(people, 810, 84, seed=14)
    front = Plate(SIZE)
    crowd(front, 930, 120, seed=3)
    people.keep_clear(front, rim=6)
    people.paste(front.image)
    burst.keep_clear(people, rim=7)
    black.paste(people.image)
    for x, facing in ((180, 1), (1020, -1)):
        camera(black, x, 190, 120, facing)
    burst.keep_clear(black, rim=7)
    wear(black, 72)
    return pull(SIZE, SAND, [Inked(burst, ALARM), Inked(black, INK)])
