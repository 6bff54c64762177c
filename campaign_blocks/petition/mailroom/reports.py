"""What has become of an update. Nothing is counted that the mail itself would have to tell."""

from dataclasses import dataclass

from django.db.models import Count

from campaign_blocks.petition.models import Consent, OutboxMessage, Update
from campaign_blocks.petition.models.choices import (
    ConsentMethod,
    ConsentPurpose,
    MailKind,
    OutboxState,
    UpdateState,
)
from campaign_blocks.petition.services.audience import audience
from campaign_blocks.petition.services.may_go import STOPPED

LEFT = (ConsentMethod.UNSUBSCRIBE, ConsentMethod.WITHDRAWN)


@dataclass(frozen=True, kw_only=True)
class Report:
    sent: int
    waiting: int
    still_to_queue: int
    failed: int
    stopped: int
    in_doubt: int
    unsubscribed: int


def report_of(update: Update) -> Report:
    rows = OutboxMessage.objects.of_update(update.pk)
    states = dict(rows.values_list("state").annotate(Count("pk")).order_by())
    stopped = rows.filter(state=OutboxState.FAILED, error__in=STOPPED.values()).count()
    return Report(
        sent=states.get(OutboxState.SENT, 0),
        waiting=states.get(OutboxState.QUEUED, 0) + states.get(OutboxState.SENDING, 0),
        still_to_queue=rest(update),
        failed=states.get(OutboxState.FAILED, 0) - stopped,
        stopped=stopped,
        in_doubt=states.get(OutboxState.UNKNOWN, 0),
        unsubscribed=unsubscribed(update),
    )


def rest(update: Update) -> int:
    if update.state == UpdateState.DONE:
        return 0
    return audience(update.petition).filter(pk__gt=update.reached).count()


def unsubscribed(update: Update) -> int:
    """People who got this mail and have said no since it was queued."""
    said_no = Consent.objects.filter(
        purpose=ConsentPurpose.CAMPAIGN_MAIL,
        granted=False,
        method__in=LEFT,
        created_at__gt=update.queued_at,
        signature__petition=update.petition_id,
        signature__messages__kind=MailKind.UPDATE,
        signature__messages__target=str(update.pk),
        signature__messages__state=OutboxState.SENT,
    )
    return said_no.values("signature").distinct().count()
