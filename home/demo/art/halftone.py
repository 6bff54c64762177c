"""Grey tones as dots: dark places get large ones."""

import math
from collections.abc import Iterator

from PIL import Image

from home.demo.art.press import Plate, Point

FAINTEST = 0.04  # less ink than this makes specks, not tone


def dots(tone: Image.Image, size: tuple[int, int], cell: float, angle: float = 45) -> Plate:
    """A plate of dots on a turned grid; `tone` is stretched over `size`, black prints solid."""
    plate = Plate(size)
    width, height = size
    columns, rows = max(1, round(width / cell * 2)), max(1, round(height / cell * 2))
    grey = tone.convert("L").resize((columns, rows)).tobytes()
    for x, y in _grid(size, cell, angle):
        column = min(columns - 1, max(0, int(x / width * columns)))
        row = min(rows - 1, max(0, int(y / height * rows)))
        darkness = 1 - grey[row * columns + column] / 255
        if darkness > FAINTEST:
            plate.disc((x, y), cell * 0.72 * math.sqrt(darkness))
    return plate


def _grid(size: tuple[int, int], cell: float, angle: float) -> Iterator[Point]:
    """The middles of the cells that touch the sheet."""
    width, height = size
    turn = math.radians(angle)
    cosine, sine = math.cos(turn), math.sin(turn)
    reach = int(math.hypot(width, height) / cell / 2) + 2
    for row in range(-reach, reach):
        for column in range(-reach, reach):
            x = width / 2 + (column * cosine - row * sine) * cell
            y = height / 2 + (column * sine + row * cosine) * cell
            if -cell < x < width + cell and -cell < y < height + cell:
                yield x, y


def lines(tone: Image.Image, size: tuple[int, int], pitch: float) -> Plate:
    """Scan lines whose thickness follows the tone."""
    plate = Plate(size)
    width, height = size
    step = pitch * 0.75
    rows, columns = int(height / pitch) + 1, int(width / step) + 1
    grey = tone.convert("L").resize((columns, rows)).tobytes()
    for number, level in enumerate(grey):
        row, column = divmod(number, columns)
        thick = (1 - level / 255) * pitch * 1.02
        if thick > 0.5:
            x, y = column * step, (row + 0.5) * pitch
            plate.block((x, y - thick / 2, x + step, y + thick / 2))
    return plate


def fade(size: tuple[int, int], top: int, bottom: int) -> Image.Image:
    """A vertical gradient from one grey (0-255) to another."""
    ramp = Image.new("L", (1, 64))
    ramp.putdata([round(top + (bottom - top) * row / 63) for row in range(64)])
    return ramp.resize(size)
