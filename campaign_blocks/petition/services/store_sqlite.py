"""The same rows in separate statements: SQLite cannot write inside a WITH."""

from django.db import connection, transaction

from campaign_blocks.petition.models import Consent, CountDelta, OutboxMessage, Signature
from campaign_blocks.petition.models.choices import MailKind
from campaign_blocks.petition.services.new_signature import COLUMNS, INSERT, NewSignature


def store(new: NewSignature) -> bool:
    """True when this is a new signature, False when the mailbox had signed before."""
    with transaction.atomic(savepoint=False):
        signature_id = insert(new)
        if signature_id is None:
            queue_repeat(new)
            return False
        Consent.objects.bulk_create(
            Consent(signature_id=signature_id, created_at=new.created_at, **vars(answer))
            for answer in new.consents
        )
        queue(new.mail, signature_id, new)
        if new.delta:
            CountDelta.objects.create(
                petition_id=new.petition_id,
                signature_id=signature_id,
                amount=new.delta,
                created_at=new.created_at,
            )
        return True


def insert(new: NewSignature) -> int | None:
    fields = {field.attname: field for field in Signature._meta.concrete_fields}
    values = [fields[name].get_db_prep_save(getattr(new, name), connection) for name in COLUMNS]
    with connection.cursor() as cursor:
        cursor.execute(INSERT, values)
        row = cursor.fetchone()
    return row[0] if row else None


def queue(kind: MailKind, signature_id: int, new: NewSignature) -> None:
    message = OutboxMessage(
        kind=kind,
        signature_id=signature_id,
        next_attempt_at=new.created_at,
        created_at=new.created_at,
    )
    OutboxMessage.objects.bulk_create([message], ignore_conflicts=True)


def queue_repeat(new: NewSignature) -> None:
    earlier = Signature.objects.filter(petition_id=new.petition_id, fingerprint=new.fingerprint)
    for signature_id in earlier.values_list("pk", flat=True):
        queue(MailKind.ALREADY_SIGNED, signature_id, new)
