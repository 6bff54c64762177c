"""Text into a box: shrinks in three steps, then breaks off with an ellipsis."""

import unicodedata
from typing import NamedTuple

from PIL import ImageDraw, ImageFont

from scoreboard.pictures.typefaces import Face, drawable, face_for, font

STEPS = (1.0, 0.8, 0.62, 0.48)
ELLIPSIS = "…"


class Fitted(NamedTuple):
    lines: list[str]
    font: ImageFont.FreeTypeFont
    line_height: int

    @property
    def height(self) -> int:
        return self.line_height * len(self.lines)


def fit(text: str, *, size: int, width: int, height: int, weight: int = 800) -> Fitted:
    text = drawable(text)
    face = face_for(text)
    for step in STEPS:
        made = font(face, round(size * step), weight)
        lines, tall = wrap(text, made, width), line_height(face, made)
        most_lines = max(1, height // tall)
        if len(lines) <= most_lines and all(made.getlength(line) <= width for line in lines):
            return Fitted(lines, made, tall)
    kept = [shorten(line, made, width) for line in lines[:most_lines]]
    if len(lines) > most_lines:
        kept[-1] = shorten(f"{lines[most_lines - 1]} {ELLIPSIS}", made, width)
    return Fitted(kept, made, tall)


def line_height(face: Face, made: ImageFont.FreeTypeFont) -> int:
    return round(made.size * 1.02) if face.is_variable else sum(made.getmetrics())


def is_rtl(line: str) -> bool:
    """By the first letter that has a direction."""
    sides = (unicodedata.bidirectional(c) for c in line)
    return next((side in {"R", "AL"} for side in sides if side in {"L", "R", "AL"}), False)


def wrap(text: str, made: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and made.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def shorten(line: str, made: ImageFont.FreeTypeFont, width: int) -> str:
    if made.getlength(line) <= width:
        return line
    bare = line.removesuffix(ELLIPSIS).rstrip()
    while bare and made.getlength(bare + ELLIPSIS) > width:
        bare = bare[:-1].rstrip()
    return bare + ELLIPSIS


def draw_text(
    draw: ImageDraw.ImageDraw, at: tuple[int, int], fitted: Fitted, colour: str, width: int
) -> int:
    """Where the next thing may begin. Lines of a script from right to left end at the far side."""
    x, y = at
    for line in fitted.lines:
        backwards = is_rtl(line)
        start = x + width - round(fitted.font.getlength(line)) if backwards else x
        direction = "rtl" if backwards else "ltr"
        draw.text((start, y), line, font=fitted.font, fill=colour, direction=direction)
        y += fitted.line_height
    return y
