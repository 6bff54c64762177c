"""From the bytes of a file to rows of text. A hostile file is cut early and told what it is."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

LARGEST = 10 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 200
LONGEST_CELL = 32 * 1024
REQUIRED = ("name",)
KNOWN = (
    "name",
    "email",
    "postal_code",
    "country",
    "city",
    "phone",
    "signed_on",
    "consent",
)
ALIASES = {
    "e-mail": "email",
    "email_address": "email",
    "full_name": "name",
    "zip": "postal_code",
    "zip_code": "postal_code",
    "postcode": "postal_code",
    "date": "signed_on",
    "opt_in": "consent",
}
ORGANIZATION = "consent:"
SIGNATURES = {
    b"PK\x03\x04": "XLSX",
    b"\xd0\xcf\x11\xe0": "XLS",
    b"%PDF": "PDF",
    b"\x1f\x8b": "GZIP",
}


class PaperProblem(Exception):
    """What is wrong, with line and column where they are known; never what stands in the cell."""

    def __init__(self, message: str, line: int = 0, field: str = "") -> None:
        self.message, self.line, self.field = message, line, field
        super().__init__(str(self))

    def __str__(self) -> str:
        place = [f"line {self.line}" if self.line else "", self.field]
        words = ", ".join(part for part in place if part)
        return f"{words}: {self.message}" if words else self.message


@dataclass(frozen=True)
class Line:
    """`begins` is its first line in the file: a cell may hold line breaks."""

    number: int
    cells: dict[str, str]
    begins: int


def read(body: bytes) -> Iterator[Line]:
    """Rows with the line on which they end. PaperProblem for what is no such file."""
    text = decoded(body)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        names = heading(next(reader, []))
        end = reader.line_num
        for count, cells in enumerate(filled(reader), start=1):
            if count > MOST_ROWS:
                raise PaperProblem(_("More than 100,000 rows. Split the file."), reader.line_num)
            yield Line(reader.line_num, fitted(names, cells, reader.line_num), end + 1)
            end = reader.line_num
    except csv.Error as error:
        message = _("Not valid CSV (%(error)s). Is a quotation mark left open?") % {"error": error}
        raise PaperProblem(message, reader.line_num) from error


def without(body: bytes, gone: Callable[[Line], bool]) -> tuple[bytes, int]:
    """The file with some rows emptied, and how many: every other line keeps its number."""
    found = [line for line in read(body) if gone(line)]
    rows = list(io.StringIO(decoded(body), newline=""))
    for line in found:
        rows[line.begins - 1 : line.number] = ["\n"] * (line.number - line.begins + 1)
    return "".join(rows).encode(), len(found)


def decoded(body: bytes) -> str:
    if len(body) > LARGEST:
        raise PaperProblem(_("Larger than 10 MB. Split the file."))
    for start, kind in SIGNATURES.items():
        if body.startswith(start):
            message = _("This is a file of the kind %(kind)s. Save it as CSV (UTF-8) first.")
            raise PaperProblem(message % {"kind": kind})
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise PaperProblem(_("This text is UTF-16. Save it as CSV UTF-8."))
    if b"\0" in body:
        line = body[: body.index(b"\0")].count(b"\n") + 1
        raise PaperProblem(_("There is a NUL character here. Save the file as CSV UTF-8."), line)
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        raise PaperProblem(_("This is not UTF-8 text. Save it as CSV UTF-8."), line) from error


def filled(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield cells


def heading(cells: list[str]) -> list[str]:
    if len(cells) > MOST_COLUMNS:
        raise PaperProblem(_("More than 200 columns."), 1)
    plain = ["_".join(cell.strip().lower().split()) for cell in cells]
    names = [ALIASES.get(name, name) for name in plain]
    for name in REQUIRED:
        if name not in names:
            words = _("There is no such column. The first line names the columns: %(names)s.")
            raise PaperProblem(words % {"names": ", ".join(KNOWN)}, 1, name)
    for place, name in enumerate(names):
        if name not in KNOWN and not name.startswith(ORGANIZATION):
            shown = name[:40] or str(place + 1)
            raise PaperProblem(_("Nobody knows this column. Rename or remove it."), 1, shown)
        if name in names[:place]:
            raise PaperProblem(_("This column comes twice."), 1, name)
    return names


def fitted(names: list[str], cells: list[str], line: int) -> dict[str, str]:
    """Spreadsheet programs leave out empty cells at the end, and we put ' before formulas."""
    if any(len(cell) > LONGEST_CELL for cell in cells):
        raise PaperProblem(_("A cell of more than 32 KB."), line)
    if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
        raise PaperProblem(_("More cells than the first line has columns."), line)
    padded = [*cells, *[""] * len(names)]
    return {name: cell.strip() for name, cell in zip(names, padded, strict=False)}
