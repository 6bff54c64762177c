"""Byte ranges (RFC 9110, 14): players seek by them, and Safari plays nothing without them."""

import re
from collections.abc import Iterator
from typing import BinaryIO

SINGLE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)
CHUNK = 64 * 1024
LONGEST = 18  # digits; more is no file's size and costs time to read as a number


class Unsatisfiable(Exception):
    """The range begins after the end of the file."""


def requested(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte, both included; None where the whole file is to be sent."""
    found = SINGLE.fullmatch(header.strip())
    if not found or found.groups() == ("", "") or max(map(len, found.groups())) > LONGEST:
        return None
    first, last = found.groups()
    if not first:
        start, end = max(0, size - int(last)), size - 1
        if int(last) == 0:
            raise Unsatisfiable
    else:
        start, end = int(first), min(int(last), size - 1) if last else size - 1
    if start >= size:
        raise Unsatisfiable
    return (start, end) if start <= end else None


def part(file: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    """The bytes from start to end in pieces; closes the file."""
    with file:
        file.seek(start)
        left = end - start + 1
        while left > 0:
            piece = file.read(min(CHUNK, left))
            if not piece:
                return
            left -= len(piece)
            yield piece
