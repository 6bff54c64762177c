"""Archivo at any weight; Pillow's own face where the fonts are not at hand."""

from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from PIL import Image, ImageDraw, ImageFont

from home.demo.art.press import OVERSAMPLING, Plate, Point

FONT = "cms/fonts/archivo.woff2"


@lru_cache(maxsize=1)
def _source() -> Path | None:
    found = finders.find(FONT)
    return Path(found) if isinstance(found, str) else None


@lru_cache(maxsize=64)
def font(size: int, weight: int = 900) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Weight from 100 to 900."""
    source = _source()
    if source is None:
        return ImageFont.load_default(size)
    face = ImageFont.truetype(source, size)
    face.set_variation_by_axes([weight])
    return face


def words(text: str, size: int, weight: int = 900, width: float = 1.0) -> Image.Image:
    """A mask that fits the words exactly; `width` below 1 condenses, above 1 extends."""
    face = font(size, weight)
    x0, y0, x1, y1 = face.getbbox(text)
    mask = Image.new("L", (max(1, round(x1 - x0)), max(1, round(y1 - y0))), 0)
    ImageDraw.Draw(mask).text((-x0, -y0), text, font=face, fill=255)
    if width != 1.0:
        narrowed = (max(1, round(mask.width * width)), mask.height)
        mask = mask.resize(narrowed, Image.Resampling.LANCZOS)
    return mask


def write(plate: Plate, text: str, at: Point, size: int, weight: int = 900) -> float:
    """Prints the words with their top left corner at a point; answers their width."""
    mask = words(text, size * OVERSAMPLING, weight)
    plate.paste(mask, at)
    return mask.width / OVERSAMPLING


def knock_out(plate: Plate, text: str, at: Point, size: int, weight: int = 900) -> None:
    """The words left unprinted in an inked area."""
    plate.cut(words(text, size * OVERSAMPLING, weight), at)
