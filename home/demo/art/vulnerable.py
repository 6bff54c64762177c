"""It's vulnerable: faces as data, and the lock standing open."""

from PIL import Image

from home.demo.art.faces import PEOPLE, portrait
from home.demo.art.figures import padlock
from home.demo.art.halftone import dots, lines
from home.demo.art.hud import label
from home.demo.art.lettering import font
from home.demo.art.press import (
    ALARM,
    CYAN,
    INK,
    OVERSAMPLING,
    SAND,
    Inked,
    Plate,
    pull,
    seeded,
    wear,
)

SIZE = (1200, 900)


def open_lock() -> Image.Image:
    """An open padlock in front of falling columns of figures."""
    rain, lock = Plate(SIZE), Plate(SIZE)
    chance = seeded(52)
    for column in range(30):
        start, length = chance.randint(-8, 10), chance.randint(9, 26)
        for row in range(max(0, start), min(26, start + length)):
            age = (row - start) / length
            rain.draw.text(
                ((column * 40 + 6) * OVERSAMPLING, (row * 35 + 2) * OVERSAMPLING),
                chance.choice("0123456789ABCDEF"),
                font=font(30 * OVERSAMPLING, round(150 + 750 * age)),
                fill=255,
            )
    disc = Plate(SIZE)
    disc.disc((600, 480), 390)
    rain.cut(disc.image)
    padlock(lock, 560, 430, 330)
    disc.cut(lock.image)
    wear(lock, 52)
    return pull(SIZE, SAND, [Inked(disc, ALARM), Inked(rain, INK), Inked(lock, INK)])


def screens() -> Image.Image:
    """Stacked windows, each holding a face as scan lines; the front one is being copied."""
    black, red, cyan = Plate(SIZE), Plate(SIZE), Plate(SIZE)
    for number, (x, y, person) in enumerate(((50, 50, 5), (310, 130, 6), (570, 210, 3))):
        window = (x, y, x + 580, y + 640)
        under = Plate(SIZE)
        under.block(window)
        black.keep_clear(under, rim=9)
        black.frame(window, 9)
        black.block((x, y, x + 580, y + 58))
        for dot in range(3):
            black.disc((x + 34 + dot * 38, y + 29), 11, on=False)
        tone = portrait(PEOPLE[person]).crop((0, 20, 240, 262))
        picture = lines(tone, (562, 564), 11) if number < 2 else dots(tone, (562, 564), 12)
        black.paste(picture.image, (x + 9, y + 64))
    black.block((560, 590, 1170, 704), on=False)
    cyan.block((570, 560, 1150, 573))
    label(red, "COPYING 4 117 002 FACES", (566, 610), 39)
    wear(black, 53)
    return pull(SIZE, SAND, [Inked(black, INK), Inked(cyan, CYAN, opaque=True), Inked(red, ALARM)])
