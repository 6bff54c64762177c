"""Mail that failed, queued once more by staff."""

from django.db import transaction
from django.utils import timezone

from campaign_blocks.petition.models import OutboxMessage
from campaign_blocks.petition.models.choices import OutboxState
from campaign_blocks.petition.models.outbox import OutboxQuerySet
from campaign_blocks.petition.services.may_go import ENOUGH, NOT_NEEDED, STOPPED

MOST_AT_ONCE = 10_000
FINISHED = (OutboxState.FAILED, OutboxState.UNKNOWN)
# Sending these again would only fail again, for a reason that staff can't lift here.
SETTLED = (NOT_NEEDED, ENOUGH, *STOPPED.values())


def requeueable() -> OutboxQuerySet:
    return OutboxMessage.objects.filter(state__in=FINISHED).exclude(error__in=SETTLED)


@transaction.atomic
def requeue(*, rows: OutboxQuerySet) -> int:
    """As if new, for three more days; whether it may go at all is asked again when it goes."""
    ids = list(rows.order_by("pk").values_list("pk", flat=True)[:MOST_AT_ONCE])
    now = timezone.now()
    found = OutboxMessage.objects.filter(pk__in=ids, state__in=FINISHED)
    return found.update(
        state=OutboxState.QUEUED, doubts=0, created_at=now, next_attempt_at=now, error=""
    )
