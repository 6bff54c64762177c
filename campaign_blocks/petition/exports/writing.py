"""Signatures as bytes of a file, a batch at a time: memory does not grow with the rows."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import openpyxl

from campaign_blocks.petition.exports.columns import HEADINGS, Cells, lines
from campaign_blocks.petition.models.exports import ExportFormat
from campaign_blocks.petition.models.signature import SignatureQuerySet

BATCH = 2000
BYTE_ORDER_MARK = "\ufeff"
LARGEST_XLSX = 100_000


def batches(rows: SignatureQuerySet, *, after: int = 0, last: int | None = None) -> Iterator[Any]:
    """(pk of the last one, lines); ordered by primary key, so that it can go on after a break."""
    rows = rows.order_by("pk")
    rows = rows.filter(pk__lte=last) if last is not None else rows
    while True:
        ids = list(rows.filter(pk__gt=after).values_list("pk", flat=True)[:BATCH])
        if not ids:
            return
        yield ids[-1], lines(rows.model.objects.filter(pk__in=ids).order_by("pk"))
        after = ids[-1]


def csv_head(kind: str) -> bytes:
    mark = BYTE_ORDER_MARK if kind == ExportFormat.CSV_BOM else ""
    return mark.encode() + csv_bytes([list(HEADINGS)])


def csv_bytes(rows: list[Cells]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def csv_stream(rows: SignatureQuerySet, kind: str) -> Iterator[bytes]:
    yield csv_head(kind)
    for _last, some in batches(rows):
        yield csv_bytes(some)


class Workbook:
    """Written row by row into a temporary file; text stays text."""

    def __init__(self) -> None:
        self.book = openpyxl.Workbook(write_only=True)
        self.sheet = self.book.create_sheet("Signatures")
        self.sheet.append(list(HEADINGS))

    def add(self, rows: list[Cells]) -> None:
        for row in rows:
            self.sheet.append(row)

    def bytes(self) -> bytes:
        file = io.BytesIO()
        self.book.save(file)
        return file.getvalue()


def xlsx_bytes(rows: SignatureQuerySet) -> bytes:
    book = Workbook()
    for _last, some in batches(rows):
        book.add(some)
    return book.bytes()
