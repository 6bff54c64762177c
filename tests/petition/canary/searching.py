"""Where the words of one person can be found: tables, caches, logs."""

import gzip
import logging
import zlib
from collections import defaultdict
from pathlib import Path

from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.db import connection

FACTS = {
    "name": "Zyxcanary Quillfeather",
    "given_name": "Zyxcanary",
    "email": "zyxcanary.mail@canaryhost.example",
    "phone": "+14155550199",
    "city": "Canaryville",
    "comment": "Quillcomment about my street",
    "message": "Quillmessage to my senators, with more words of mine.",
}
NEEDLES = [
    *(value.casefold() for value in FACTS.values()),
    "zyxcanary",
    "quillfeather",
    "quillcomment",
    "quillmessage",
    "(415) 555-0199",
]
MACHINE = {"REMOTE_ADDR": "203.0.113.77", "HTTP_USER_AGENT": "CanaryAgent/7.31"}
MACHINE_NEEDLES = ["203.0.113.77", "canaryagent", "\\xcb\\x00qM".casefold()]
ALLOWED = Path(__file__).with_name("columns.txt")


def allowed_columns():
    lines = ALLOWED.read_text().splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def found_in(text, needles=NEEDLES):
    folded = text.casefold()
    return [one for one in needles if one in folded]


def as_text(value):
    if isinstance(value, bytes | memoryview):
        raw = bytes(value)
        if raw[:2] == b"\x1f\x8b":
            raw = gzip.decompress(raw)
        return raw.decode("utf-8", "replace") + repr(raw)
    return str(value)


def columns_with(needles=NEEDLES):
    """Every table and every column, whatever its type; sessions are unpacked."""
    found = defaultdict(int)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for name, value in zip(names, row, strict=True):
                    if value is not None and found_in(as_text(value), needles):
                        found[f"{table}.{name}"] += 1
    for session in Session.objects.all():
        if found_in(str(session.get_decoded()), needles):
            found["django_session.session_data (unpacked)"] += 1
    return dict(found)


def cached(needles=NEEDLES):
    """Keys and values of every cache, also of compressed values."""
    found = []
    for name in caches.settings:
        for key, value in getattr(caches[name], "_cache", {}).items():
            if found_in(key + as_text(unpacked(value)), needles):
                found.append(f"{name}: {key}")
    return found


def unpacked(value):
    try:
        return zlib.decompress(value)
    except (zlib.error, TypeError):
        return value


class Listener(logging.Handler):
    """Everything that any part of the program says, as a log file would hold it."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.lines = []
        self.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s %(pathname)s"))

    def emit(self, record):
        self.lines.append(self.format(record))

    def found(self, needles=NEEDLES):
        return [line for line in self.lines if found_in(line, needles)]
