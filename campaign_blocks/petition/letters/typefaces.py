"""Which of the fonts in fonts/ draws which script. Only those that a document needs are opened."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent / "fonts"
LATIN = "NotoSans"
# First character of a range and what draws it from there on; empty: the Latin font.
STARTS = (
    (0x0000, ""),
    (0x0530, "Armenian"),
    (0x0590, "Hebrew"),
    (0x0600, "Arabic"),
    (0x0900, "Devanagari"),
    (0x0980, "Bengali"),
    (0x0A00, ""),
    (0x0B80, "Tamil"),
    (0x0C00, ""),
    (0x0E00, "Thai"),
    (0x0E80, ""),
    (0x10A0, "Georgian"),
    (0x1100, "KR"),
    (0x1200, "Ethiopic"),
    (0x13A0, ""),
    (0x1C90, "Georgian"),
    (0x1CC0, ""),
    (0x2D00, "Georgian"),
    (0x2D30, ""),
    (0x2D80, "Ethiopic"),
    (0x2DE0, ""),
    (0x2E80, "SC"),
    (0x3130, "KR"),
    (0x3190, "SC"),
    (0xA000, ""),
    (0xA8E0, "Devanagari"),
    (0xA900, ""),
    (0xAC00, "KR"),
    (0xD7B0, ""),
    (0xF900, "SC"),
    (0xFB13, "Armenian"),
    (0xFB1D, "Hebrew"),
    (0xFB50, "Arabic"),
    (0xFE00, ""),
    (0xFE70, "Arabic"),
    (0xFF00, "SC"),
    (0x10000, ""),
)
NUMBERS = [number for number, _name in STARTS]
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
JOINERS = "\u200c\u200d\u200e\u200f"


def font_of(character: str) -> str:
    script = STARTS[bisect_right(NUMBERS, ord(character)) - 1][1]
    return LATIN + script


def fonts_for(texts: Iterable[str]) -> list[str]:
    """Beside the Latin one, in a fixed order."""
    return sorted({font_of(c) for c in set().union(*texts)} - {LATIN})


def drawable(text: str) -> str:
    """What no font of ours knows becomes one plain sign, and is never named in a log."""
    return "".join(c if c in JOINERS or is_known(c) else REPLACEMENT for c in text)


@cache
def is_known(character: str) -> bool:
    return ord(character) in known(font_of(character))


@cache
def known(font: str) -> frozenset[int]:
    with TTFont(path_of(font), lazy=True) as opened:
        return frozenset(opened.getBestCmap())


def path_of(font: str, weight: str = "Regular") -> Path:
    return FOLDER / f"{font}-{weight}.ttf"


def is_plain(text: str) -> bool:
    """Drawn letter by letter: no joining, no marks, left to right."""
    return text.isascii() or all(font_of(c) == LATIN and not 0x300 <= ord(c) < 0x370 for c in text)
