"""No more mail to a mailbox, from the next moment on, also of mail that is already queued."""

from django.db import transaction

from campaign_blocks.petition.models import (
    MailToken,
    OutboxMessage,
    Signature,
    StopLink,
    Suppression,
)
from campaign_blocks.petition.models.choices import (
    ConsentMethod,
    ConsentPurpose,
    OutboxState,
    SuppressionReason,
    TokenPurpose,
)
from campaign_blocks.petition.services.may_go import STOPPED
from campaign_blocks.petition.services.withdraw import withdraw

# A graver reason takes the place of a lighter one, never the other way round.
GRAVITY = [
    SuppressionReason.UNSUBSCRIBED,
    SuppressionReason.BOUNCED,
    SuppressionReason.COMPLAINED,
    SuppressionReason.ERASED,
]


@transaction.atomic
def unsubscribe_mailbox(*, raw_token: str) -> bool:
    """Withdraws every consent of the mailbox on every petition; harmless when repeated."""
    mailbox = mailbox_of(raw_token)
    if mailbox is None:
        return False
    stop_mail(fingerprint=bytes(mailbox), method=ConsentMethod.UNSUBSCRIBE)
    return True


def mailbox_of(raw_token: str) -> bytes | memoryview | None:
    usable = MailToken.objects.usable(raw_token, TokenPurpose.UNSUBSCRIBE)
    known = usable.values_list("signature__fingerprint", flat=True).first()
    left = StopLink.objects.usable(raw_token).values_list("mailbox", flat=True)
    return known or left.first()


@transaction.atomic
def stop_mail(
    *,
    fingerprint: bytes,
    method: ConsentMethod = ConsentMethod.UNSUBSCRIBE,
    reason: SuppressionReason = SuppressionReason.UNSUBSCRIBED,
) -> None:
    """Also stops what a worker has in hand, up to the mail that is going out at this moment."""
    Suppression.objects.bulk_create(
        [Suppression(fingerprint=fingerprint, reason=reason)], ignore_conflicts=True
    )
    lighter = GRAVITY[: GRAVITY.index(reason)]
    Suppression.objects.filter(fingerprint=fingerprint, reason__in=lighter).update(reason=reason)
    waiting = OutboxMessage.objects.to_mailbox(fingerprint).open()
    waiting.update(state=OutboxState.FAILED, error=STOPPED[reason])
    if reason != SuppressionReason.BOUNCED:  # a dead mailbox has not changed its mind
        withdraw(signatures=Signature.objects.filter(fingerprint=fingerprint), method=method)


def welcome_back(*, signature_id: int) -> None:
    """Who unsubscribed, signed anew with a yes and pressed the button in the mail is written to."""
    signature = Signature.objects.prefetch_related("consents").get(pk=signature_id)
    if signature.latest_word(ConsentPurpose.CAMPAIGN_MAIL):
        Suppression.objects.filter(
            fingerprint=signature.fingerprint, reason=SuppressionReason.UNSUBSCRIBED
        ).delete()
