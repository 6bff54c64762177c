"""Cells that a spreadsheet program will not take for a formula."""

import re

# Also in full width, and behind spaces and quotes.
FORMULA = re.compile(r"[\s\"'\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n\0]")


def safe_cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if FORMULA.match(text) else text
