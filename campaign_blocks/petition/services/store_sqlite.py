"""The same rows in separate statements: SQLite cannot write inside a WITH."""

from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from campaign_blocks.petition.models import (
    Consent,
    CountDelta,
    OutboxMessage,
    Petition,
    Signature,
)
from campaign_blocks.petition.models.choices import MailKind
from campaign_blocks.petition.services.new_signature import (
    COLUMNS,
    FACTS,
    IDENTITY,
    INTO,
    ON_CONFLICT,
    NewSignature,
    Stored,
)

INSERT = f"{INTO} VALUES ({', '.join(['%s'] * len(COLUMNS))}) {ON_CONFLICT}"


def store(new: NewSignature) -> Stored:
    """The database has no clock but this machine's; it is read when the lock is held."""
    with transaction.atomic(savepoint=False):
        now = timezone.now()
        if not Petition.objects.open_at(now).filter(pk=new.petition_id).exists():
            return Stored(created=False, was_open=False)
        signature_id = insert(new, now)
        if signature_id is None:
            queue_repeat(new, now)
            return Stored(created=False, was_open=True)
        agree(new, signature_id, now)
        queue(new.mail, signature_id, now)
        if new.is_counted:
            CountDelta.objects.create(
                petition_id=new.petition_id, signature_id=signature_id, amount=1, created_at=now
            )
        return Stored(created=True, was_open=True)


def insert(new: NewSignature, now: datetime) -> int | None:
    fields = {field.attname: field for field in Signature._meta.concrete_fields}
    facts = {name: getattr(new, name) for name in FACTS}
    facts |= {"created_at": now, "confirmed_at": now if new.is_counted else None}
    values = [fields[name].get_db_prep_save(facts[name], connection) for name in COLUMNS]
    with connection.cursor() as cursor:
        cursor.execute(INSERT, values)
        row = cursor.fetchone()
    return row[0] if row else None


def agree(new: NewSignature, signature_id: int, now: datetime) -> None:
    Consent.objects.bulk_create(
        Consent(signature_id=signature_id, page_id=new.page_id, created_at=now, **vars(answer))
        for answer in new.consents
    )


def queue(kind: MailKind, signature_id: int, now: datetime) -> None:
    message = OutboxMessage(
        kind=kind, signature_id=signature_id, next_attempt_at=now, created_at=now
    )
    OutboxMessage.objects.bulk_create([message], ignore_conflicts=True)


def queue_repeat(new: NewSignature, now: datetime) -> None:
    earlier = Signature.objects.filter(**{name: getattr(new, name) for name in IDENTITY})
    for signature_id in earlier.values_list("pk", flat=True):
        queue(MailKind.ALREADY_SIGNED, signature_id, now)
