"""Cells that no spreadsheet program takes for a formula, whatever anybody typed."""

import re
import unicodedata
from typing import Any

TRIGGERS = frozenset("=+-@")
# What programs skip before they look for a formula.
SKIPPED = " \u00a0\u200b\u200c\u200d\u2060\ufeff\"'`"
LINE_STARTS = ("\t", "\r", "\n", "\0")
# XLSX can't hold these at all.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def safe_cell(value: object) -> object:
    """Text that could be a formula gets a leading apostrophe; everything else stays as it is."""
    if not isinstance(value, str) or not value:
        return value
    visible = CONTROL.sub("", value)
    return f"'{visible}" if is_formula(value) or is_formula(visible) else visible


def as_typed(cell: str) -> str:
    """The other way: without the apostrophe that `safe_cell` puts before a formula, and only that.
    One that belongs to a name, such as 't Hooft, stays."""
    rest = cell.removeprefix("'")
    return rest if is_formula(rest) else cell


def is_formula(text: str) -> bool:
    if text.startswith(LINE_STARTS):
        return True
    begun = unicodedata.normalize("NFKC", text.lstrip(SKIPPED + "\t\r\n\0"))[:1]
    return begun in TRIGGERS


class SafeExport:
    """For index views of the admin: their exports hold no formula."""

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        parent: Any = super()
        return safe_cell(parent.preprocess_field_value(field, value, export_format))
