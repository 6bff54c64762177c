"""Signatures that stay counted and name nobody any more."""

from django.db import transaction

from campaign_blocks.kit.personal_data import Person, erase_elsewhere
from campaign_blocks.petition.models import Consent, MailToken, OutboxMessage, Signature, StopLink
from campaign_blocks.petition.models.choices import SignatureState

BLANK = {
    "name": "",
    "given_name": "",
    "phone": "",
    "city": "",
    "comment": "",
    "public": False,
    "shown_at": None,
    "hidden_at": None,
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


@transaction.atomic
def empty_signatures(*, ids: list[int]) -> int:
    """Of these the counted ones; the count stays. The fingerprint stays, so that nobody counts
    twice; without the key it is a random number."""
    erase_elsewhere(Person(signature_ids=ids))
    rows = Signature.objects.filter(pk__in=ids, state=SignatureState.CONFIRMED)
    emptied = rows.update(state=SignatureState.ERASED, **BLANK)
    StopLink.leave(ids)
    for model in (MailToken, OutboxMessage, Consent):
        model._default_manager.filter(
            signature_id__in=ids, signature__state=SignatureState.ERASED
        ).delete()
    return emptied
