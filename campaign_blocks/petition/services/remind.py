"""One more mail to those who signed two days ago and have not pressed the button."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from campaign_blocks.petition.models import OutboxMessage, Petition, Signature
from campaign_blocks.petition.models.choices import MailKind, OutboxState, SignatureState
from campaign_blocks.petition.models.signature import SignatureQuerySet

AFTER = timedelta(hours=48)
# Whoever was missed while the worker stood still; later than this, silence is an answer.
NOT_AFTER = timedelta(hours=120)
BATCH = 1000


def remind() -> int:
    """Queues one batch; the unique row makes it once, whatever happens here."""
    now = timezone.now()
    with transaction.atomic():
        ids = list(to_remind()[:BATCH].values_list("pk", flat=True))
        OutboxMessage.objects.bulk_create(
            (
                OutboxMessage(
                    kind=MailKind.REMINDER, signature_id=pk, next_attempt_at=now, created_at=now
                )
                for pk in ids
            ),
            ignore_conflicts=True,
        )
    return len(ids)


def to_remind() -> SignatureQuerySet:
    """Judged, still waiting, the first mail gone out, and the petition can still count them."""
    now = timezone.now()
    mails = OutboxMessage.objects.filter(signature=OuterRef("pk"))
    petitions = Petition.objects.open_at(now).filter(remind=True)
    return Signature.objects.filter(
        Exists(mails.filter(kind=MailKind.CONFIRM, state=OutboxState.SENT)),
        ~Exists(mails.filter(kind=MailKind.REMINDER)),
        petition__in=petitions,
        state=SignatureState.PENDING,
        judged_at__isnull=False,
        created_at__lte=now - AFTER,
        created_at__gt=now - NOT_AFTER,
    )
