"""The button behind the link in the confirmation mail."""

from datetime import timedelta

from django.db import connection, transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from campaign_blocks.petition.letters.queue import LetterWish, queue_letters
from campaign_blocks.petition.models import (
    MailToken,
    OutboxMessage,
    Petition,
    Signature,
)
from campaign_blocks.petition.models.choices import MailKind, SignatureState, TokenPurpose
from campaign_blocks.petition.services.change_state import change_state
from campaign_blocks.petition.services.unsubscribe import welcome_back

# Who signed before the end may confirm for one more day, by the clock of the database.
AFTER_CLOSING = timedelta(hours=24)
IN_TIME = Q(signature__petition__closes_at=None) | Q(
    signature__petition__closes_at__gt=Now() - AFTER_CLOSING
)


@transaction.atomic
def confirm_signature(*, raw_token: str, letter: LetterWish | None = None) -> Petition | None:
    """Counts once, however often it is called; None for every token that cannot be used (again).

    The letters are written in the same transaction, or not at all.
    """
    signature = waiting_signature(raw_token)
    if signature is None or not locked(signature).waits_for_mail:
        return None
    change_state(ids=[signature.pk], to=SignatureState.CONFIRMED)
    now = timezone.now()
    MailToken.objects.filter(digest=MailToken.digest_of(raw_token)).update(used_at=now)
    if letter:
        queue_letters(signature=signature, wish=letter)
    thanks = OutboxMessage(
        kind=MailKind.THANKS, signature_id=signature.pk, next_attempt_at=now, created_at=now
    )
    OutboxMessage.objects.bulk_create([thanks], ignore_conflicts=True)
    welcome_back(signature_id=signature.pk)
    return signature.petition


def waiting_signature(raw_token: str) -> Signature | None:
    """Whose link this is, while it can still be used."""
    usable = MailToken.objects.usable(raw_token, TokenPurpose.CONFIRM).filter(IN_TIME)
    row = usable.select_related("signature__petition__page").first()
    return row.signature if row else None


def locked(signature: Signature) -> Signature:
    """As it is now, until the end of the transaction: nobody holds or confirms it in between."""
    rows = Signature.objects.filter(pk=signature.pk)
    if connection.features.has_select_for_update:
        rows = rows.select_for_update(no_key=True)
    return rows.only("state", "suspect_for").get()
