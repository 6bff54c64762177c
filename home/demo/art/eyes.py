"""A wall of eyes, for the video."""

from PIL import Image

from home.demo.art.figures import eye
from home.demo.art.hud import corners
from home.demo.art.press import ALARM, CYAN, INK, SAND, Inked, Plate, pull, seeded, wear

SIZE = (1200, 900)


def grid_of_eyes() -> Image.Image:
    """Thirty-five eyes in a grid, no two looking the same way; some crossed by a red bar."""
    chance = seeded(42)
    black, red, cyan = Plate(SIZE), Plate(SIZE), Plate(SIZE)
    for row in range(5):
        for column in range(7):
            x, y = 85.7 + column * 171.4, 90 + row * 180
            filled = (row * 7 + column) % 3 == 1
            if filled:
                black.block((x - 85.7, y - 90, x + 85.7, y + 90))
            one = Plate(SIZE)
            look = (chance.uniform(-1, 1), chance.uniform(-1, 1))
            eye(one, x, y, chance.uniform(52, 72), look)
            if filled:
                black.cut(one.image)
            else:
                black.paste(one.image)
            mark = chance.random()
            if mark < 0.22:
                red.block((x - 85.7, y - 22, x + 85.7, y + 22))
            elif mark > 0.84:
                corners(cyan, (x - 76, y - 78, x + 76, y + 78), arm=28, width=8)
    wear(black, 43)
    return pull(
        SIZE,
        SAND,
        [Inked(black, INK), Inked(red, ALARM, opaque=True), Inked(cyan, CYAN, opaque=True)],
    )
