"""The button behind the link in the confirmation mail."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from campaign_blocks.petition.models import (
    CountDelta,
    MailToken,
    OutboxMessage,
    Petition,
    Signature,
)
from campaign_blocks.petition.models.choices import MailKind, SignatureState, TokenPurpose

AFTER_CLOSING = timedelta(hours=24)


@transaction.atomic
def confirm_signature(*, raw_token: str) -> Petition | None:
    """Counts once, however often it is called; None for every token that cannot be used (again)."""
    now = timezone.now()
    usable = MailToken.objects.usable(raw_token, TokenPurpose.CONFIRM)
    row = usable.select_related("signature__petition").first()
    if row is None or too_late(row.signature.petition):
        return None
    waiting = Signature.objects.filter(pk=row.signature_id, state=SignatureState.PENDING)
    if not waiting.update(state=SignatureState.CONFIRMED, confirmed_at=now):
        return None
    MailToken.objects.filter(pk=row.pk).update(used_at=now)
    CountDelta.objects.create(
        petition_id=row.signature.petition_id,
        signature_id=row.signature_id,
        amount=1,
        created_at=now,
    )
    thanks = OutboxMessage(
        kind=MailKind.THANKS, signature_id=row.signature_id, next_attempt_at=now, created_at=now
    )
    OutboxMessage.objects.bulk_create([thanks], ignore_conflicts=True)
    return row.signature.petition


def too_late(petition: Petition) -> bool:
    """Who signed before the end may confirm for one more day."""
    return petition.closes_at is not None and timezone.now() > petition.closes_at + AFTER_CLOSING
