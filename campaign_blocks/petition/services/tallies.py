"""Counting by key and span of time: what a batch adds, and what was there before it.

Two statements for a batch, however many rows the window holds.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from django.db import connection, transaction

from campaign_blocks.petition.models import RateTally

TABLE = "petition_ratetally"
UPSERT = (
    f"INSERT INTO {TABLE} (key, began, ends, amount) "
    "{rows} ON CONFLICT (key, began) DO UPDATE SET "
    f"amount = {TABLE}.amount + excluded.amount RETURNING key, began, amount"
)
ARRAYS = (
    "SELECT * FROM unnest(CAST(%s AS bytea[]), CAST(%s AS bigint[]), CAST(%s AS bigint[]), "
    "CAST(%s AS integer[]))"
)
MOST_ROWS = 5000  # of four values each: below SQLite's limit for one statement
PURGED_AT_ONCE = 10_000


class Span(NamedTuple):
    key: bytes
    began: int


class Added(NamedTuple):
    amount: int
    ends: int


def add(spans: Mapping[Span, Added]) -> dict[Span, int]:
    """Answers the amount of each span afterwards. Always in one order, so that two workers who
    count the same keys wait for each other and never deadlock."""
    rows = [(*span, added.ends, added.amount) for span, added in sorted(spans.items())]
    found: dict[Span, int] = {}
    for start in range(0, len(rows), MOST_ROWS):
        for key, began, amount in upsert(rows[start : start + MOST_ROWS]):
            found[Span(bytes(key), began)] = amount
    return found


def upsert(rows: Sequence[tuple[bytes, int, int, int]]) -> list[tuple[bytes, int, int]]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                UPSERT.format(rows=ARRAYS), [list(column) for column in zip(*rows, strict=True)]
            )
        else:
            values = ", ".join(["(%s, %s, %s, %s)"] * len(rows))
            flat = [value for row in rows for value in row]
            cursor.execute(UPSERT.format(rows=f"VALUES {values}"), flat)
        return list(cursor.fetchall())


def amounts(keys: Sequence[bytes]) -> dict[bytes, dict[int, int]]:
    """Every span of these keys that a rate may still look back on: at most seven for each."""
    found: dict[bytes, dict[int, int]] = defaultdict(dict)
    for key, began, amount in fetch(keys):
        found[bytes(key)][began] = amount
    return found


def fetch(keys: Sequence[bytes]) -> Iterable[tuple[bytes | memoryview, int, int]]:
    if connection.vendor != "postgresql":
        rows = RateTally.objects.filter(key__in=keys)
        return rows.values_list("key", "began", "amount")
    with connection.cursor() as cursor:
        # One parameter however many keys: the same statement every time.
        cursor.execute(f"SELECT key, began, amount FROM {TABLE} WHERE key = ANY(%s)", [list(keys)])  # noqa: S608  our own name
        return list(cursor.fetchall())


@transaction.atomic
def purge(now: float) -> int:
    """Some of those on which nothing looks back; the worker calls again while there are more."""
    old = RateTally.objects.filter(ends__lt=int(now)).order_by("pk")
    ids = list(old.values_list("pk", flat=True)[:PURGED_AT_ONCE])
    return RateTally.objects.filter(pk__in=ids).delete()[0] if ids else 0
