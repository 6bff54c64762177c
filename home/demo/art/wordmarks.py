"""Typographic word marks: a name set in one weight, width, arrangement and frame of its own."""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw

from home.demo.art.lettering import words

SIZE = (320, 160)
SCALE = 3
Canvas = tuple[int, int]
# Room that the frame needs, at the sides and above and below.
INSETS = {
    "none": (42, 42),
    "cut": (42, 42),
    "slant": (42, 42),
    "bar": (60, 42),
    "rules": (42, 84),
    "underline": (42, 84),
}


@dataclass(frozen=True)
class Mark:
    """`layout`: block (every line as wide as the mark), left, centre, side (first line beside)."""

    lines: tuple[str, ...]
    weight: int = 900
    width: float = 1.0
    layout: str = "block"
    frame: str = "none"
    light: int = 0


def draw(mark: Mark) -> Image.Image:
    """A grey picture, black on white, 320 by 160."""
    large = (SIZE[0] * SCALE, SIZE[1] * SCALE)
    across, down = INSETS.get(mark.frame, (96, 96))
    room = (large[0] - across * 2, large[1] - down * 2)
    text = _arranged(mark, room)
    canvas = Image.new("L", large, 0)
    canvas.paste(text, ((large[0] - text.width) // 2, (large[1] - text.height) // 2))
    box = canvas.getbbox() or (0, 0, *large)
    framed = FRAMES.get(mark.frame, _plain)(canvas, box)
    return ImageChops.invert(framed).resize(SIZE, Image.Resampling.LANCZOS)


def _arranged(mark: Mark, room: Canvas) -> Image.Image:
    if mark.layout == "side":
        first = _fit(
            words(mark.lines[0], 300, mark.weight, mark.width), (room[0] * 2 // 5, room[1])
        )
        rest = _stack(mark, mark.lines[1:], (room[0] - first.width - 40, room[1]), "left")
        height = max(first.height, rest.height)
        both = Image.new("L", (first.width + 40 + rest.width, height), 0)
        both.paste(first, (0, (height - first.height) // 2))
        both.paste(rest, (first.width + 40, (height - rest.height) // 2))
        return both
    return _stack(mark, mark.lines, room, mark.layout)


def _stack(mark: Mark, lines: tuple[str, ...], room: Canvas, layout: str) -> Image.Image:
    masks = []
    for number, line in enumerate(lines):
        weight = mark.light if mark.light and number else mark.weight
        masks.append(words(line, 160, weight, mark.width))
    if layout == "block":
        widest = max(mask.width for mask in masks)
        masks = [_fit(mask, (widest, 10_000)) for mask in masks]
    gap = 26
    height = sum(mask.height for mask in masks) + gap * (len(masks) - 1)
    sheet = Image.new("L", (max(mask.width for mask in masks), height), 0)
    y = 0
    for mask in masks:
        x = (sheet.width - mask.width) // 2 if layout == "centre" else 0
        sheet.paste(mask, (x, y))
        y += mask.height + gap
    return _fit(sheet, room)


def _fit(mask: Image.Image, room: Canvas) -> Image.Image:
    ratio = min(room[0] / mask.width, room[1] / mask.height)
    size = (max(1, round(mask.width * ratio)), max(1, round(mask.height * ratio)))
    return mask.resize(size, Image.Resampling.LANCZOS)


Box = tuple[int, int, int, int]
Frame = Callable[[Image.Image, Box], Image.Image]


def _grown(box: Box, by: int) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _plain(canvas: Image.Image, box: Box) -> Image.Image:
    return canvas


def _box(canvas: Image.Image, box: Box) -> Image.Image:
    ImageDraw.Draw(canvas).rectangle(_grown(box, 48), outline=255, width=16)
    return canvas


def _double(canvas: Image.Image, box: Box) -> Image.Image:
    pen = ImageDraw.Draw(canvas)
    pen.rectangle(_grown(box, 60), outline=255, width=14)
    pen.rectangle(_grown(box, 36), outline=255, width=5)
    return canvas


def _invert(canvas: Image.Image, box: Box) -> Image.Image:
    ground = Image.new("L", canvas.size, 0)
    ImageDraw.Draw(ground).rectangle(_grown(box, 48), fill=255)
    return ImageChops.subtract(ground, canvas)


def _pill(canvas: Image.Image, box: Box) -> Image.Image:
    ground = Image.new("L", canvas.size, 0)
    ImageDraw.Draw(ground).rounded_rectangle(_grown(box, 56), 110, fill=255)
    return ImageChops.subtract(ground, canvas)


def _rules(canvas: Image.Image, box: Box) -> Image.Image:
    pen = ImageDraw.Draw(canvas)
    pen.rectangle((box[0], box[1] - 46, box[2], box[1] - 26), fill=255)
    pen.rectangle((box[0], box[3] + 26, box[2], box[3] + 46), fill=255)
    return canvas


def _underline(canvas: Image.Image, box: Box) -> Image.Image:
    ImageDraw.Draw(canvas).rectangle((box[0], box[3] + 24, box[2], box[3] + 50), fill=255)
    return canvas


def _bar(canvas: Image.Image, box: Box) -> Image.Image:
    moved = ImageChops.offset(canvas, 26, 0)
    at = max(4, box[0] - 30)
    ImageDraw.Draw(moved).rectangle((at, box[1], at + 26, box[3]), fill=255)
    return moved


def _corners(canvas: Image.Image, box: Box) -> Image.Image:
    pen = ImageDraw.Draw(canvas)
    x0, y0, x1, y1 = _grown(box, 44)
    for x, y, right, down in ((x0, y0, 1, 1), (x1, y0, -1, 1), (x0, y1, 1, -1), (x1, y1, -1, -1)):
        pen.line([(x + right * 90, y), (x, y), (x, y + down * 90)], fill=255, width=18)
    return canvas


def _slant(canvas: Image.Image, box: Box) -> Image.Image:
    lean = 0.2
    shear = (1, lean, -lean * canvas.height / 2, 0, 1, 0)
    leaning = canvas.transform(canvas.size, Image.Transform.AFFINE, shear, Image.Resampling.BICUBIC)
    return _shrunk(leaning, 0.9)


def _cut(canvas: Image.Image, box: Box) -> Image.Image:
    """A stencil: one white stripe through everything."""
    middle = (box[1] + box[3]) // 2
    ImageDraw.Draw(canvas).rectangle((0, middle - 6, canvas.width, middle + 7), fill=0)
    return canvas


def _shrunk(canvas: Image.Image, ratio: float) -> Image.Image:
    small = canvas.resize((round(canvas.width * ratio), round(canvas.height * ratio)))
    sheet = Image.new("L", canvas.size, 0)
    at = ((canvas.width - small.width) // 2, (canvas.height - small.height) // 2)
    sheet.paste(small, at)
    return sheet


FRAMES: dict[str, Frame] = {
    "box": _box,
    "double": _double,
    "invert": _invert,
    "pill": _pill,
    "rules": _rules,
    "underline": _underline,
    "bar": _bar,
    "corners": _corners,
    "slant": _slant,
    "cut": _cut,
}
