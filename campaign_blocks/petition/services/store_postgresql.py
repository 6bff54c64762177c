"""Everything of some signings in one prepared statement, which is a transaction by itself.

They come as one JSON text, so that the statement is the same for any number of them, and is planned
once.
"""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection

from campaign_blocks.petition.models import Consent, Signature
from campaign_blocks.petition.models.choices import MailKind, OutboxState, SignatureState
from campaign_blocks.petition.services.new_signature import (
    ANSWER,
    FACTS,
    IDENTITY,
    INTO,
    ON_CONFLICT,
    ConsentAnswer,
    NewSignature,
    Stored,
)

OUTBOX = (
    "INSERT INTO petition_outboxmessage (kind, signature_id, target, state, attempts, "
    "next_attempt_at, created_at, error) "
)
WHO = ", ".join(IDENTITY)


@cache
def statement() -> str:
    """Rows of one mailbox are locked in one order by all, so that no two groups wait for each
    other."""
    queued = f"'', '{OutboxState.QUEUED.value}', 0, at, at, ''"
    is_counted = f"fresh.state = '{SignatureState.CONFIRMED.value}'"
    return f"""
    WITH wanted AS (
        SELECT * FROM json_to_recordset(CAST(%s AS json))
            AS one (number integer, mail text, consents json, {columns(Signature, FACTS)})
    ),
    fresh AS (
        SELECT wanted.*, statement_timestamp() AS at
        FROM wanted JOIN petition_petition p ON p.id = petition_id
        WHERE (opens_at IS NULL OR opens_at <= statement_timestamp())
          AND (closes_at IS NULL OR statement_timestamp() < closes_at)
          AND (won_at IS NULL OR statement_timestamp() < won_at)
    ),
    signed AS (
        {INTO} SELECT {", ".join(f"fresh.{name}" for name in FACTS)}, at,
            CASE WHEN {is_counted} THEN at END
        FROM fresh ORDER BY {WHO} {ON_CONFLICT}, {WHO}
    ),
    stored AS (
        SELECT signed.id, {is_counted} AS is_counted, fresh.*
        FROM signed JOIN fresh USING ({WHO})
    ),
    agreed AS (
        INSERT INTO petition_consent
            (signature_id, page_id, purpose, organization_id, text_id, granted, method, created_at)
        SELECT stored.id, page_id, purpose, organization_id, text_id, granted, method, at
        FROM stored, json_to_recordset(consents) AS answer ({columns(Consent, ANSWER)})
    ),
    mailed AS (
        {OUTBOX} SELECT mail, id, {queued} FROM stored ON CONFLICT DO NOTHING
    ),
    repeated AS (
        {OUTBOX} SELECT '{MailKind.ALREADY_SIGNED.value}', s.id, {queued}
        FROM petition_signature s JOIN fresh USING ({WHO})
        WHERE NOT EXISTS (SELECT 1 FROM stored WHERE stored.number = fresh.number)
        ORDER BY s.id ON CONFLICT DO NOTHING
    ),
    counted AS (
        INSERT INTO petition_countdelta (petition_id, signature_id, amount, created_at)
        SELECT petition_id, id, 1, at FROM stored WHERE is_counted
    )
    SELECT stored.id IS NOT NULL, fresh.number IS NOT NULL
    FROM wanted LEFT JOIN fresh USING (number) LEFT JOIN stored USING (number) ORDER BY number
    """  # noqa: S608  every value is a parameter; names and states come from our own code


def columns(model: Any, names: Sequence[str]) -> str:
    """With the types that they have in the table."""
    return ", ".join(f"{name} {model._meta.get_field(name).db_type(connection)}" for name in names)


def store(many: Sequence[NewSignature]) -> list[Stored]:
    rows = [{"number": n, "mail": new.mail, **vars(new)} for n, new in enumerate(many)]
    with connection.cursor() as cursor:
        cursor.execute(statement(), [json.dumps(rows, default=in_json)])
        return [Stored(*row) for row in cursor.fetchall()]


def in_json(value: bytes | ConsentAnswer) -> Any:
    return "\\x" + value.hex() if isinstance(value, bytes) else vars(value)
