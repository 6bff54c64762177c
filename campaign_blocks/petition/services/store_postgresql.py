"""Everything of one signing in one prepared statement, which is a transaction by itself."""

from functools import lru_cache
from typing import Any

from django.db import connection

from campaign_blocks.petition.models.choices import MailKind, OutboxState
from campaign_blocks.petition.services.new_signature import (
    FACTS,
    IDENTITY,
    INTO,
    ON_CONFLICT,
    NewSignature,
    Stored,
)

CONSENT = (
    "(CAST(%s AS varchar), CAST(%s AS bigint), CAST(%s AS bigint), "
    "CAST(%s AS boolean), CAST(%s AS varchar))"
)
OUTBOX = (
    "INSERT INTO petition_outboxmessage (kind, signature_id, target, state, attempts, "
    "next_attempt_at, created_at, error) "
)


@lru_cache(maxsize=16)
def statement(consents: int) -> str:
    """One text for each number of consents, so that the server prepares few statements."""
    queued = f"'', '{OutboxState.QUEUED.value}', 0, at, at, ''"
    return f"""
    WITH moment AS (
        SELECT statement_timestamp() AS at FROM petition_petition
        WHERE id = %s AND (opens_at IS NULL OR opens_at <= statement_timestamp())
          AND (closes_at IS NULL OR statement_timestamp() < closes_at)
          AND (won_at IS NULL OR statement_timestamp() < won_at)
    ),
    signed AS (
        {INTO} SELECT {", ".join(["%s"] * len(FACTS))}, at,
            CASE WHEN CAST(%s AS boolean) THEN at END
        FROM moment {ON_CONFLICT}
    ),
    agreed AS (
        INSERT INTO petition_consent
            (signature_id, page_id, purpose, organization_id, text_id, granted, method, created_at)
        SELECT signed.id, CAST(%s AS integer), purpose, organization_id, text_id, granted, method,
            at
        FROM signed, moment, (VALUES {", ".join([CONSENT] * consents)})
            AS answer (purpose, organization_id, text_id, granted, method)
    ),
    mailed AS (
        {OUTBOX} SELECT CAST(%s AS varchar), signed.id, {queued} FROM signed, moment
        ON CONFLICT DO NOTHING
    ),
    repeated AS (
        {OUTBOX} SELECT '{MailKind.ALREADY_SIGNED.value}', s.id, {queued}
        FROM petition_signature s, moment
        WHERE s.petition_id = CAST(%s AS bigint) AND s.fingerprint = CAST(%s AS bytea)
          AND s.person = CAST(%s AS bytea) AND NOT EXISTS (SELECT 1 FROM signed)
        ON CONFLICT DO NOTHING
    ),
    counted AS (
        INSERT INTO petition_countdelta (petition_id, signature_id, amount, created_at)
        SELECT CAST(%s AS bigint), signed.id, 1, at FROM signed, moment
        WHERE CAST(%s AS boolean)
    )
    SELECT EXISTS (SELECT 1 FROM signed), EXISTS (SELECT 1 FROM moment)
    """  # noqa: S608  every value is a parameter; names and states come from our own code


def store(new: NewSignature) -> Stored:
    parameters: list[Any] = [new.petition_id]
    parameters += [getattr(new, name) for name in FACTS]
    parameters += [new.is_counted, new.page_id]
    for answer in new.consents:
        parameters += [
            answer.purpose.value,
            answer.organization_id,
            answer.text_id,
            answer.granted,
            answer.method.value,
        ]
    parameters += [new.mail.value, *(getattr(new, name) for name in IDENTITY)]
    parameters += [new.petition_id, new.is_counted]
    with connection.cursor() as cursor:
        cursor.execute(statement(len(new.consents)), parameters)
        return Stored(*cursor.fetchone())
