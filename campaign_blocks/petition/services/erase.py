"""Forgetting a person: what is counted stays counted, by a row that names nobody."""

from dataclasses import dataclass

from django.db import transaction

from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models import (
    Consent,
    MailToken,
    OutboxMessage,
    Signature,
    Suppression,
)
from campaign_blocks.petition.models.choices import COUNTED, SignatureState, SuppressionReason
from campaign_blocks.petition.models.signature import SignatureQuerySet
from campaign_blocks.petition.services.remove import remove_signatures

BLANK = {
    "name": "",
    "given_name": "",
    "person": b"",
    "phone": "",
    "city": "",
    "comment": "",
    "public": False,
    "shown_at": None,
    "seconds_taken": None,
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
    counted = found.filter(state__in=COUNTED)
    emptied = list(counted.values_list("pk", flat=True))
    counted.update(state=SignatureState.ERASED, **BLANK)
    for model in (MailToken, OutboxMessage, Consent):
        model._default_manager.filter(signature_id__in=emptied).delete()
    deleted = remove_signatures(rows=found)
    suppress(email)
    return Erased(emptied=len(emptied), deleted=deleted)


def suppress(email: str) -> None:
    Suppression.objects.update_or_create(
        fingerprint=fingerprint(email), defaults={"reason": SuppressionReason.ERASED}
    )
