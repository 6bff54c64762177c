"""Housekeeping: what waited too long, keys that must not last, petitions whose hour has come."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from campaign_blocks.kit import versions
from campaign_blocks.petition.models import (
    AddressKey,
    MailToken,
    OutboxMessage,
    Petition,
    Signature,
)
from campaign_blocks.petition.models.choices import SignatureState, TokenPurpose

PENDING_LIFE = timedelta(days=30)
KEY_LIFE = timedelta(days=30)
BATCH = 1000


def expire_pending() -> int:
    """Never confirmed: no longer waiting, and its links and mails are gone, so it may sign anew."""
    before = timezone.now() - PENDING_LIFE
    old = list(Signature.objects.pending_since_before(before).values_list("pk", flat=True)[:BATCH])
    if not old:
        return 0
    with transaction.atomic():
        rows = Signature.objects.filter(pk__in=old, state=SignatureState.PENDING)
        expired = rows.update(state=SignatureState.EXPIRED)
        stale = Signature.objects.filter(pk__in=old, state=SignatureState.EXPIRED)
        links = MailToken.objects.filter(signature__in=stale)
        links.exclude(purpose=TokenPurpose.UNSUBSCRIBE).delete()  # that wish outlives everything
        OutboxMessage.objects.filter(signature__in=stale).delete()
    return expired


def destroy_keys() -> int:
    """Without its key a digest of an address says nothing about anybody."""
    old = AddressKey.objects.filter(day__lt=(timezone.now() - KEY_LIFE).date())
    return old.delete()[0] if old.exists() else 0


class Opening:
    """Cached pages show the form or the closing words; both change by the clock alone."""

    def __init__(self) -> None:
        self.seen_until: datetime = timezone.now() - timedelta(hours=2)

    def run(self) -> int:
        now = timezone.now()
        turned = Petition.objects.filter(
            Q(opens_at__gt=self.seen_until, opens_at__lte=now)
            | Q(closes_at__gt=self.seen_until, closes_at__lte=now)
            | Q(won_at__gt=self.seen_until, won_at__lte=now)
        )
        if turned.exists():
            versions.bump("petitions")
        self.seen_until = now
        return 0
