"""A page of A4 or Letter with our fonts: plain lines fast, every other script shaped and turned."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from fpdf import FPDF
from fpdf.enums import Align, WrapMode, XPos, YPos

from campaign_blocks.petition.letters.typefaces import (
    LATIN,
    drawable,
    fonts_for,
    is_plain,
    path_of,
)

MARGIN = 18
SMALLEST = 6.0
LINE_HEIGHT = 5.0


class Paper(FPDF):
    def __init__(self, *, title: str, texts: Iterable[str]) -> None:
        super().__init__(format="Letter")
        self.title_line = drawable(title)
        self.set_title(self.title_line)
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(True, margin=MARGIN + 4)
        self.add_font(LATIN, "", path_of(LATIN))
        self.add_font(LATIN, "B", path_of(LATIN, "Bold"))
        others = fonts_for([*texts, title])
        for name in others:
            self.add_font(name, "", path_of(name))
        self.set_fallback_fonts(others, exact_match=False)
        self.set_font(LATIN, size=10)

    def footer(self) -> None:
        self.set_y(-14)
        self.prepare(self.title_line, 8)
        self.cell(self.epw - 40, 6, self.fitted(self.title_line, self.epw - 42, 8))
        self.set_text_shaping(False)
        page = _("Page %(page)s of %(pages)s") % {"page": self.page_no(), "pages": "{nb}"}
        self.cell(40, 6, page, align=Align.R)

    def prepare(self, text: str, size: float, *, bold: bool = False) -> None:
        self.set_font(LATIN, "B" if bold else "", size)
        shaped = not is_plain(text)
        if shaped != bool(self.text_shaping):
            self.set_text_shaping(shaped)

    def words(self, text: str, *, size: float, bold: bool = False) -> None:
        """A paragraph, or several; lines that are too long for the paper are broken anywhere."""
        text = drawable_lines(text)
        if not text:
            return
        self.prepare(text, size, bold=bold)
        rest: Any = {"new_x": XPos.LMARGIN, "new_y": YPos.NEXT, "align": Align.L}
        self.multi_cell(self.epw, size * 0.5, text, wrapmode=WrapMode.WORD, **rest)

    def line_of(self, text: str, at: tuple[float, float], width: float, size: float = 9.5) -> None:
        """One line that fits, smaller where it has to be."""
        if is_plain(text):
            self.plain_line(drawable(text), at, width - 1, size)
            return
        text = drawable(text)
        self.prepare(text, size)
        self.set_xy(*at)
        self.cell(width, LINE_HEIGHT, self.fitted(text, width - 1, size))

    def plain_line(self, text: str, at: tuple[float, float], width: float, size: float) -> None:
        """Nearly all lines are of this kind: drawn without measuring fragments or directions."""
        needed = self.plain_width(text, size)
        if needed > width:
            size = max(SMALLEST, size * width / needed)
            while text and self.plain_width(text, size) > width:
                text = text[:-2].rstrip() + "…"
        self.set_font(LATIN, "", round(size, 1))
        self.text(at[0] + self.c_margin, at[1] + LINE_HEIGHT * 0.7, text)

    def plain_width(self, text: str, size: float) -> float:
        widths: Any = self.fonts[LATIN.lower()].cw
        return float(sum(widths[ord(c)] for c in text)) * size * 0.001 / self.k

    def fitted(self, text: str, width: float, size: float) -> str:
        while self.get_string_width(text) > width and size > SMALLEST:
            size -= 0.5
            self.set_font_size(size)
        while text and self.get_string_width(text) > width:
            text = text[:-2].rstrip() + "…"
        return text


def drawable_lines(text: str) -> str:
    return "\n".join(drawable(line) for line in text.replace("\t", " ").split("\n"))
