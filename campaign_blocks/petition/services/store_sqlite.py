"""The same rows in separate statements: SQLite cannot write inside a WITH.

One writer at a time holds the file, so nothing is made ready while it is held.
"""

from collections.abc import Sequence
from enum import Enum
from typing import Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.utils import timezone

from campaign_blocks.kit.turns import write_turn
from campaign_blocks.petition.models.choices import MailKind, OutboxState
from campaign_blocks.petition.services.new_signature import (
    ANSWER,
    COLUMNS,
    FACTS,
    IDENTITY,
    INTO,
    ON_CONFLICT,
    NewSignature,
    Stored,
)

OPEN = (
    "SELECT EXISTS (SELECT 1 FROM petition_petition WHERE id = %s "
    "AND (opens_at IS NULL OR opens_at <= %s) AND (closes_at IS NULL OR closes_at > %s) "
    "AND (won_at IS NULL OR won_at > %s))"
)
SIGN = f"{INTO} VALUES ({', '.join(['%s'] * len(COLUMNS))}) {ON_CONFLICT}"
AGREE = (
    "INSERT INTO petition_consent (signature_id, page_id, purpose, organization_id, text_id, "
    "granted, method, created_at) VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"
)
QUEUE = (
    "INSERT INTO petition_outboxmessage (kind, signature_id, target, state, attempts, "
    "next_attempt_at, created_at, error) SELECT %s, id, '', %s, 0, %s, %s, '' "
    "FROM petition_signature"
)
QUEUE_ONE = f"{QUEUE} WHERE id = %s ON CONFLICT DO NOTHING"
SAME = " AND ".join(f"{name} = %s" for name in IDENTITY)
QUEUE_REPEAT = f"{QUEUE} WHERE {SAME} ON CONFLICT DO NOTHING"
COUNT = (
    "INSERT INTO petition_countdelta (petition_id, signature_id, amount, created_at) "
    "VALUES (%s, %s, 1, %s)"
)


def store(many: Sequence[NewSignature]) -> list[Stored]:
    """The database has no clock but this machine's; it is read when the lock is held."""
    ready = [(new, plain(new, FACTS), [plain(one, ANSWER) for one in new.consents]) for new in many]
    with write_turn(), transaction.atomic(savepoint=False), connection.cursor() as cursor:
        return [store_one(cursor, *one) for one in ready]


def store_one(
    cursor: CursorWrapper, new: NewSignature, facts: list[Any], answers: list[list[Any]]
) -> Stored:
    queued = OutboxState.QUEUED.value
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    if not found(cursor, OPEN, [new.petition_id, now, now, now]):
        return Stored(created=False, was_open=False)
    signature_id = found(cursor, SIGN, [*facts, now, now if new.is_counted else None])
    if signature_id is None:
        kind = MailKind.ALREADY_SIGNED.value
        cursor.execute(QUEUE_REPEAT, [kind, queued, now, now, *new.identity])
        return Stored(created=False, was_open=True)
    rows = [[signature_id, new.page_id, *answer, now] for answer in answers]
    cursor.executemany(AGREE, rows)
    cursor.execute(QUEUE_ONE, [new.mail.value, queued, now, now, signature_id])
    if new.is_counted:
        cursor.execute(COUNT, [new.petition_id, signature_id, now])
    return Stored(created=True, was_open=True)


def plain(row: object, names: Sequence[str]) -> list[Any]:
    values = [getattr(row, name) for name in names]
    return [value.value if isinstance(value, Enum) else value for value in values]


def found(cursor: CursorWrapper, statement: str, values: list[Any]) -> Any:
    """The first column of the first row, or None."""
    cursor.execute(statement, values)
    row = cursor.fetchone()
    return row[0] if row else None
