"""No more mail to a mailbox, from the next moment on, also of mail that is already queued."""

from django.db import transaction
from django.utils import timezone

from campaign_blocks.petition.models import Consent, MailToken, Signature, Suppression
from campaign_blocks.petition.models.choices import (
    ConsentMethod,
    SuppressionReason,
    TokenPurpose,
)


@transaction.atomic
def unsubscribe_mailbox(*, raw_token: str) -> bool:
    """Withdraws every consent of the mailbox on every petition; harmless when repeated."""
    usable = MailToken.objects.usable(raw_token, TokenPurpose.UNSUBSCRIBE)
    row = usable.select_related("signature").first()
    if row is None:
        return False
    fingerprint = row.signature.fingerprint
    Suppression.objects.bulk_create(
        [Suppression(fingerprint=fingerprint, reason=SuppressionReason.UNSUBSCRIBED)],
        ignore_conflicts=True,
    )
    for signature in Signature.objects.filter(fingerprint=fingerprint).prefetch_related("consents"):
        withdraw(signature)
    return True


def withdraw(signature: Signature) -> None:
    """A row of refusal after every consent that still stands."""
    latest = {(row.purpose, row.organization_id): row for row in signature.consents.order_by("pk")}
    now = timezone.now()
    Consent.objects.bulk_create(
        Consent(
            signature=signature,
            purpose=row.purpose,
            organization_id=row.organization_id,
            text_id=row.text_id,
            granted=False,
            method=ConsentMethod.UNSUBSCRIBE,
            created_at=now,
        )
        for row in latest.values()
        if row.granted
    )
