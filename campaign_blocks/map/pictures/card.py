"""Pictures of 1200 x 630 that networks show beside a link: a place, or a state with its number.

Drawn by Pillow in the site's own type and colours. The address carries a digest of everything that
is drawn, so whoever keeps the picture keeps the right one.
"""

import io
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256

from django.contrib.staticfiles import finders
from PIL import Image, ImageDraw, ImageFont

from campaign_blocks.map.models import HOME, Place
from campaign_blocks.map.shapes.areas import Areas
from campaign_blocks.map.shapes.picture import State, picture_of, rings

SIZE = (1200, 630)
PAPER, INK, ALARM, SUPPORT, MUTED = "#f4efe6", "#15120e", "#c8102e", "#084b8a", "#6b6257"
COLOURS = {"alarm": ALARM, "support": SUPPORT, "ink": INK, "muted": MUTED}
BOX = (720, 90, 1140, 540)
TEXT_WIDTH = 600
TITLE_SIZES = (84, 66, 50)
MOST_LINES = 4
VERSION = 1  # of the drawing; a change makes new addresses


class Words:
    """What is written, largest first."""

    def __init__(self, above: str, title: str, below: Sequence[str], site: str) -> None:
        self.above, self.title, self.below, self.site = above, title, tuple(below), site

    def digest(self, *more: object) -> str:
        parts = (VERSION, self.above, self.title, *self.below, self.site, *more)
        return sha256("\0".join(map(str, parts)).encode()).hexdigest()[:16]


def place_words(place: Place) -> Words:
    return Words(place.kind.label, place.name, (place.where, place.since), place.map.title)


def place_image_name(place: Place) -> str:
    point = (place.latitude, place.longitude)
    return place_words(place).digest(*point, place.kind.tone, place.country)


def draw_place(place: Place) -> bytes:
    colour = COLOURS.get(place.kind.tone, INK)
    shape, spot = None, None
    if place.country == HOME and place.point:
        from_state = {state.code: state for state in picture_of("us_states").states}
        shape = from_state.get(place.state)
        spot = spot_of(place) if shape else None
    return draw(place_words(place), colour, shape, spot)


def spot_of(place: Place) -> tuple[int, int] | None:
    from campaign_blocks.map.shapes.albers import project

    point = place.point
    return project(float(point.latitude), float(point.longitude)) if point else None


def draw_area(words: Words, areas: Areas, code: str) -> bytes:
    shapes = {state.code: state for state in picture_of(areas.name).states}
    return draw(words, ALARM, shapes.get(code), None)


def draw_generic(areas: Areas) -> bytes:
    """No word in it, so that it is true of every map of these areas: static/map/share/."""
    picture = picture_of(areas.name)
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    scale = min((SIZE[0] - 160) / picture.width, (SIZE[1] - 80) / picture.height)
    left = (SIZE[0] - picture.width * scale) / 2
    top = (SIZE[1] - picture.height * scale) / 2
    for state in picture.states:
        for ring in drawable(state):
            corners = [(left + x * scale, top + y * scale) for x, y in ring]
            pen.polygon(corners, fill="#d9d0c1", outline=INK, width=2)
    pen.rectangle((0, 0, 24, SIZE[1]), fill=ALARM)
    file = io.BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def drawable(shape: State) -> list[list[tuple[int, int]]]:
    """Islands that were simplified to a point have no outline."""
    return [list(ring) for ring in rings(shape) if len(ring) > 2]


def draw(words: Words, colour: str, shape: State | None, spot: tuple[int, int] | None) -> bytes:
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 24, SIZE[1]), fill=colour)
    if shape:
        outline(pen, shape, spot, colour)
    write(pen, words, colour)
    file = io.BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def outline(pen: ImageDraw.ImageDraw, shape: State, spot: "tuple[int, int] | None", c: str) -> None:
    corners = [corner for ring in rings(shape) for corner in ring]
    west, north = min(x for x, _ in corners), min(y for _, y in corners)
    width = max(x for x, _ in corners) - west
    height = max(y for _, y in corners) - north
    scale = min((BOX[2] - BOX[0]) / width, (BOX[3] - BOX[1]) / height)
    left = (BOX[0] + BOX[2] - width * scale) / 2
    top = (BOX[1] + BOX[3] - height * scale) / 2

    def moved(x: float, y: float) -> tuple[float, float]:
        return left + (x - west) * scale, top + (y - north) * scale

    for ring in drawable(shape):
        pen.polygon([moved(*corner) for corner in ring], fill="#d9d0c1", outline=INK, width=4)
    if spot:
        x, y = moved(*spot)
        pen.ellipse((x - 24, y - 24, x + 24, y + 24), fill=c, outline=PAPER, width=7)


def write(pen: ImageDraw.ImageDraw, words: Words, colour: str) -> None:
    pen.text((80, 84), words.above.upper(), font=font(34, 800), fill=colour)
    size, lines = fitted(words.title)
    y = 140
    for line in lines:
        pen.text((80, y), line, font=font(size, 900), fill=INK)
        y += round(size * 1.08)
    y += 24
    for line in filter(None, words.below):
        pen.text((80, y), cut(line, 36, 600), font=font(36, 600), fill=INK)
        y += 50
    pen.text((80, 546), cut(words.site, 28, 500), font=font(28, 500), fill=MUTED)


def fitted(text: str) -> tuple[int, list[str]]:
    """The largest of three sizes in which the title fits; then it is cut."""
    for size in TITLE_SIZES:
        lines = wrapped(text, size)
        whole = all(wide(word, size, 900) <= TEXT_WIDTH for word in text.split())
        if whole and len(lines) <= MOST_LINES - (size == TITLE_SIZES[0]):
            return size, lines
    if len(lines) > MOST_LINES:
        lines[MOST_LINES - 1] = cut(f"{lines[MOST_LINES - 1]}…", size, 900)
    return size, lines[:MOST_LINES]


def wrapped(text: str, size: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and wide(longer, size, 900) > TEXT_WIDTH:
            lines.append(word)
        else:
            lines[-1] = longer
        lines[-1] = cut(lines[-1], size, 900)
    return lines


def cut(text: str, size: int, weight: int) -> str:
    if wide(text, size, weight) <= TEXT_WIDTH:
        return text
    while text and wide(f"{text}…", size, weight) > TEXT_WIDTH:
        text = text[:-1]
    return f"{text}…"


def wide(text: str, size: int, weight: int) -> float:
    return float(font(size, weight).getlength(text))


@lru_cache(maxsize=16)
def font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """The site's own type; Pillow's where it is not at hand."""
    path = finders.find("cms/fonts/archivo.woff2")
    if not path:
        return ImageFont.load_default(size)  # type: ignore[return-value]  # FreeType, given a size
    found = ImageFont.truetype(str(path), size)
    found.set_variation_by_axes([weight])
    return found
