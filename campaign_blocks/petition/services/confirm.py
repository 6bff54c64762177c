"""The button behind the link in the confirmation mail."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from campaign_blocks.petition.models import (
    MailToken,
    OutboxMessage,
    Petition,
)
from campaign_blocks.petition.models.choices import MailKind, SignatureState, TokenPurpose
from campaign_blocks.petition.services.change_state import change_state

AFTER_CLOSING = timedelta(hours=24)


@transaction.atomic
def confirm_signature(*, raw_token: str) -> Petition | None:
    """Counts once, however often it is called; None for every token that cannot be used (again)."""
    now = timezone.now()
    usable = MailToken.objects.usable(raw_token, TokenPurpose.CONFIRM)
    row = usable.select_related("signature__petition").first()
    if row is None or too_late(row.signature.petition):
        return None
    pending, confirmed = SignatureState.PENDING, SignatureState.CONFIRMED
    if not change_state(ids=[row.signature_id], to=confirmed, origin=pending):
        return None
    MailToken.objects.filter(pk=row.pk).update(used_at=now)
    thanks = OutboxMessage(
        kind=MailKind.THANKS, signature_id=row.signature_id, next_attempt_at=now, created_at=now
    )
    OutboxMessage.objects.bulk_create([thanks], ignore_conflicts=True)
    return row.signature.petition


def too_late(petition: Petition) -> bool:
    """Who signed before the end may confirm for one more day."""
    return petition.closes_at is not None and timezone.now() > petition.closes_at + AFTER_CLOSING
