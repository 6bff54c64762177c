"""From a file to rows; which layout it has is seen from its first line."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from campaign_blocks.map.imports import atlas
from campaign_blocks.map.imports.rows import COLUMNS, REQUIRED, FileProblem, Row

LARGEST = 10 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 200
LONGEST_CELL = 32 * 1024
_OTHER_NAMES = {"date": "start_date", "url": "source_url"}
# Columns that other layouts have and ours does not need.
_IGNORED = {"date_precision", "status_precision", "published", "link", "kind_label"}


def read_rows(text: str) -> list[Row]:
    """All rows of a CSV, GeoJSON or Atlas of Surveillance file. FileProblem when it is neither."""
    rows = _geojson_rows(text) if text.lstrip()[:1] in {"{", "["} else _csv_rows(text)
    found: list[Row] = []
    for row in rows:
        if len(found) == MOST_ROWS:
            words = _("More than %(n)s places. Split the file.") % {"n": f"{MOST_ROWS:,}"}
            raise FileProblem(words, row.line)
        found.append(row)
    return found


def read_text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise FileProblem(_("The file is larger than 10 MB. Split it."))
        return decode(path.read_bytes())
    except OSError as problem:
        words = _("Cannot be read: %(why)s.") % {"why": problem.strerror}
        raise FileProblem(words) from problem


def decode(content: bytes) -> str:
    if len(content) > LARGEST:
        raise FileProblem(_("The file is larger than 10 MB. Split it."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        raise FileProblem(_("Not UTF-8 text. Save it as CSV UTF-8."), line) from problem
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise FileProblem(_("Holds a NUL character: not a text file."), line)
    return text


def _csv_rows(text: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        if len(header) > MOST_COLUMNS:
            raise FileProblem(_("More than %(n)s columns.") % {"n": MOST_COLUMNS}, 1)
        to_row = _choose_layout(header)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if max(map(len, cells)) > LONGEST_CELL:
                raise FileProblem(_("A cell is longer than 32 KB."), reader.line_num)
            if any(cell.strip() for cell in cells[len(header) :]):
                words = _("%(n)s columns where the header has %(header)s.")
                counts = {"n": len(cells), "header": len(header)}
                raise FileProblem(words % counts, reader.line_num)
            # Spreadsheets leave out empty cells at the end of a line.
            values = [cell.strip().removeprefix("'") for cell in cells] + [""] * len(header)
            yield to_row(reader.line_num, dict(zip(header, values, strict=False)))
    except csv.Error as problem:
        words = _("Not a CSV file: %(why)s.") % {"why": problem}
        raise FileProblem(words, reader.line_num) from problem


def _choose_layout(header: list[str]) -> Any:
    if set(header) >= atlas.HEADER:
        return atlas.to_row
    if not header:
        raise FileProblem(_("The file is empty."))
    known = {_OTHER_NAMES.get(name.lower(), name.lower()) for name in header}
    if missing := [name for name in REQUIRED if name not in known]:
        words = _("No column %(missing)s. Columns: %(columns)s.")
        named = {"missing": ", ".join(missing), "columns": ", ".join(COLUMNS)}
        raise FileProblem(words % named, 1)
    return _own_row


def _own_row(line: int, values: dict[str, str]) -> Row:
    named = {_OTHER_NAMES.get(key.lower(), key.lower()): text for key, text in values.items()}
    return Row(line, {key: text for key, text in named.items() if key not in _IGNORED})


def _geojson_rows(text: str) -> Iterator[Row]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as problem:
        words = _("Not JSON: %(why)s.") % {"why": problem}
        raise FileProblem(words, getattr(problem, "lineno", 0)) from problem
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list):
        raise FileProblem(_("Not GeoJSON: no list of features."))
    for number, feature in enumerate(features, start=1):
        yield _feature_row(number, feature)


def _feature_row(number: int, feature: Any) -> Row:
    """The line of a GeoJSON problem is the number of its feature."""
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        raise FileProblem(_("Feature %(n)s has no properties.") % {"n": number}, number)
    values = {k: "" if v is None else str(v).strip() for k, v in feature["properties"].items()}
    if feature.get("id") is not None:
        values["id"] = str(feature["id"])
    geometry = feature.get("geometry")
    if geometry is not None:
        values["longitude"], values["latitude"] = _coordinates(number, geometry)
    return _own_row(number, values)


def _coordinates(number: int, geometry: Any) -> tuple[str, str]:
    pair = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if not isinstance(pair, list) or len(pair) < 2 or geometry.get("type") != "Point":
        raise FileProblem(_("Feature %(n)s is not a point.") % {"n": number}, number)
    return str(pair[0]), str(pair[1])
