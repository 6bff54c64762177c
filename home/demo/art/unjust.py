"""It's unjust: measured again and again, and read wrong."""

from PIL import Image

from home.demo.art.faces import PEOPLE, portrait, silhouette
from home.demo.art.halftone import dots
from home.demo.art.hud import corners, label
from home.demo.art.press import ALARM, INK, SAND, Inked, Plate, pull, wear

SIZE = (1200, 900)


def three_women() -> Image.Image:
    """Three women; the darker the print, the more boxes lie over the face, none of them right."""
    ground, black, red = Plate(SIZE), Plate(SIZE), Plate(SIZE)
    ground.block((0, 640, 1200, 900))
    people = ((1, -60, 190, 0), (8, 290, 130, 4), (4, 650, 170, 3))
    for number, x, y, boxes in people:
        shape = Plate(SIZE)
        shape.paste(silhouette(PEOPLE[number]).resize((1200, 1500)), (x, y))
        ground.keep_clear(shape, rim=6)
        black.keep_clear(shape, rim=6)
        black.paste(dots(portrait(PEOPLE[number]), (600, 750), 14).image, (x, y))
        for step in range(boxes):
            left, top = x + 150 + step * 42, y + 100 + step * 34 * (-1) ** step
            red.frame((left, top, left + 280, top + 330), 9)
    corners(black, (84, 260, 396, 640), arm=50, width=9)
    wear(black, 41)
    label(red, "UNKNOWN", (470, 66), 42, over=(black,))
    label(red, "UNKNOWN", (850, 122), 42, over=(black,))
    label(black, "KNOWN", (84, 196), 34)
    return pull(
        SIZE, SAND, [Inked(ground, ALARM), Inked(black, INK), Inked(red, ALARM, opaque=True)]
    )
