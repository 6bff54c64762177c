"""A fresh link for somebody who has lost hers: one mail a day at most, to the mailbox alone."""

from django.utils import timezone

from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models import OutboxMessage, Signature
from campaign_blocks.petition.models.choices import MailKind, SignatureState


def queue_link(*, email: str) -> bool:
    """Hangs on the newest signature of the mailbox; nothing for a mailbox that signed nothing."""
    rows = Signature.objects.filter(fingerprint=fingerprint(email)).exclude(email="")
    newest = rows.exclude(state=SignatureState.ERASED).order_by("pk").last()
    if newest is None:
        return False
    now = timezone.now()
    mail = OutboxMessage(
        kind=MailKind.MANAGE,
        signature=newest,
        target=now.date().isoformat(),
        next_attempt_at=now,
        created_at=now,
    )
    OutboxMessage.objects.bulk_create([mail], ignore_conflicts=True)
    return True
