"""Rows of a CSV text, each with its line; limits keep a hostile file small."""

import csv
import io
from collections.abc import Iterator, Sequence

from scoreboard.imports.documents import Item
from scoreboard.imports.problems import ImportProblem

MOST_ROWS = 100_000
MOST_COLUMNS = 200


def read_rows(text: str, columns: Sequence[str], *, source: str) -> Iterator[Item]:
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ImportProblem("there is a NUL character here", source=source, line=line)
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        _check_heading(reader, columns, source)
        for number, row in enumerate(reader):
            if number >= MOST_ROWS:
                raise ImportProblem(f"holds more than {MOST_ROWS} rows", source=source)
            if None in row or None in row.values():
                message = "the number of cells differs from the heading line"
                raise ImportProblem(message, source=source, line=reader.line_num)
            yield Item(source, reader.line_num, row)
    except csv.Error as error:
        line = reader.reader.line_num
        raise ImportProblem(f"not valid CSV: {error}", source=source, line=line) from error


def _check_heading(reader: "csv.DictReader[str]", columns: Sequence[str], source: str) -> None:
    names = reader.fieldnames or ()
    if len(names) > MOST_COLUMNS:
        raise ImportProblem(f"has more than {MOST_COLUMNS} columns", source=source, line=1)
    for name in columns:
        if name not in names:
            raise ImportProblem("this column is missing", source=source, line=1, field=name)
