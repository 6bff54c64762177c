"""Our own fonts for pictures. A line is drawn in the first one that knows all of it."""

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont
from PIL import ImageFont

FOLDER = Path(__file__).parent / "fonts"


class Face(NamedTuple):
    path: str
    is_variable: bool = False


@cache
def faces() -> tuple[Face, ...]:
    display = finders.find("cms/fonts/archivo.woff2")
    known = [Face(str(display), is_variable=True)] if display else []
    others = ("NotoSans-Bold.ttf", "NotoSansArabic-Regular.ttf")
    return (*known, *(Face(str(FOLDER / name)) for name in others))


@cache
def characters(face: Face) -> frozenset[int]:
    with TTFont(face.path, lazy=True) as opened:
        return frozenset(opened.getBestCmap())


def face_for(text: str) -> Face:
    """The face that misses the fewest characters; ours before others."""
    wanted = {ord(c) for c in text}
    return min(faces(), key=lambda face: len(wanted - characters(face)))


def drawable(text: str) -> str:
    """Without what its face does not know: emoji would be empty boxes."""
    known = characters(face_for(text))
    return " ".join("".join(c for c in text if ord(c) in known).split())


@lru_cache(maxsize=64)
def font(face: Face, size: int, weight: int) -> ImageFont.FreeTypeFont:
    made = ImageFont.truetype(face.path, size, layout_engine=ImageFont.Layout.RAQM)
    if face.is_variable:
        made.set_variation_by_axes([weight])
    return made
