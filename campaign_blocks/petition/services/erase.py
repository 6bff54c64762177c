"""Forgetting a person: what is counted stays counted, by a row that names nobody."""

from dataclasses import dataclass

from django.db import transaction

from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models import (
    Consent,
    CountDelta,
    MailToken,
    OutboxMessage,
    Signature,
    Suppression,
)
from campaign_blocks.petition.models.choices import COUNTED, SignatureState, SuppressionReason
from campaign_blocks.petition.models.signature import SignatureQuerySet

BLANK = {
    "name": "",
    "email": "",
    "postal_code": "",
    "country": "",
    "message": "",
    "source": "",
    "language": "",
    "address_block": b"",
    "page": None,
}


@dataclass(frozen=True)
class Erased:
    emptied: int
    deleted: int


def find(email: str) -> SignatureQuerySet:
    """Every signature of the mailbox, in any of its spellings, that still holds something."""
    return Signature.objects.filter(fingerprint=fingerprint(email)).exclude(
        state=SignatureState.ERASED
    )


@transaction.atomic
def erase_person(*, email: str) -> Erased:
    found = find(email)
    everything = list(found.values_list("pk", flat=True))
    for model in (MailToken, OutboxMessage, Consent):
        model._default_manager.filter(signature_id__in=everything).delete()
    emptied = found.filter(state__in=COUNTED).update(state=SignatureState.ERASED, **BLANK)
    rest = found.filter(pk__in=everything)
    CountDelta.objects.filter(signature__in=rest).delete()
    deleted = rest.count()
    rest.delete()
    suppress(email)
    return Erased(emptied=emptied, deleted=deleted)


def suppress(email: str) -> None:
    Suppression.objects.update_or_create(
        fingerprint=fingerprint(email), defaults={"reason": SuppressionReason.ERASED}
    )
