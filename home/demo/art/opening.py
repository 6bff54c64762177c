"""The opening: one face out of a protest, measured."""

from collections.abc import Iterable

from PIL import Image

from home.demo.art.faces import PEOPLE, portrait, silhouette
from home.demo.art.figures import camera, crowd, fist, placard
from home.demo.art.halftone import dots
from home.demo.art.hud import corners, label, mesh, target
from home.demo.art.press import ALARM, CYAN, INK, SAND, Box, Inked, Plate, Point, pull, wear

SIZE = (1600, 1200)
FACE = (440, 90, 1240, 1090)


def opening() -> Image.Image:
    sun, black = Plate(SIZE), Plate(SIZE)
    sun.disc((840, 540), 500)
    shape = Plate(SIZE)
    shape.paste(silhouette(PEOPLE[0]).resize((1600, 2000)), FACE[:2])
    sun.cut(shape.image)
    black.paste(dots(portrait(PEOPLE[0]), (800, 1000), 14).image, FACE[:2])
    people = Plate(SIZE)
    boxes = _protest(people, over=(sun, black))
    for plate in (black, sun):
        plate.keep_clear(people)
    black.paste(people.image)
    camera(black, 250, 250, 180)
    wear(black, 11, creases=3, flecks=110)
    red = Plate(SIZE)
    for number, box in enumerate(boxes):
        target(red, box, f"ID {417 + number * 58:04d}", 7, 24, over=(black, sun))
    measures = Plate(SIZE)
    mesh(measures, FACE, drift=0.004, seed=5, radius=10)
    corners(black, (400, 70, 1280, 960), arm=100, width=11)
    label(black, "MATCH 98 %", (1040, 96), 50, over=(sun,))
    return pull(
        SIZE,
        SAND,
        [
            Inked(sun, ALARM),
            Inked(measures, CYAN, (5, 4)),
            Inked(black, INK),
            Inked(red, ALARM, opaque=True),
        ],
    )


def _protest(plate: Plate, over: Iterable[Plate]) -> list[Box]:
    """Two rows of people with fists and signs; answers the boxes of those who are tracked."""
    for x, base, size, lean in ((96, 900, 66, 14), (1290, 880, 72, -18), (1520, 940, 60, 10)):
        fist(plate, x, base, size, lean)
    placard(plate, (330, 1040), "BAN IT", 84, 7, over)
    placard(plate, (1400, 1010), "NO", 100, -6, over)
    back = crowd(plate, 1070, 92, seed=4)
    front = Plate(SIZE)
    near = crowd(front, 1215, 140, seed=9)
    plate.keep_clear(front, rim=7)
    plate.paste(front.image)
    return [*_boxes(back[1::4], 58), *_boxes(near[1::4], 84)]


def _boxes(heads: Iterable[Point], half: float) -> list[Box]:
    return [(x - half, y - half, x + half, y + half) for x, y in heads]
