"""Taking signatures away with everything that hangs on them; the count follows."""

from django.db import transaction

from campaign_blocks.kit.personal_data import Person, erase_elsewhere
from campaign_blocks.petition.models import CountDelta, Signature, StopLink
from campaign_blocks.petition.models.choices import SignatureState
from campaign_blocks.petition.models.signature import SignatureQuerySet
from campaign_blocks.petition.services.change_state import MOST_AT_ONCE, change_state


@transaction.atomic
def remove_signatures(*, rows: SignatureQuerySet) -> int:
    """Answers how many are gone. Those already erased stay: they are counted and name nobody."""
    ids = list(rows.exclude(state=SignatureState.ERASED).values_list("pk", flat=True))
    batches = [ids[at : at + MOST_AT_ONCE] for at in range(0, len(ids), MOST_AT_ONCE)]
    return sum(remove(batch) for batch in batches)


def remove(ids: list[int]) -> int:
    """Counted ones are taken back first. Changes of the count that nobody has added up yet stay,
    without the signature; the database gives a consent up only with a signature marked as erased.
    """
    erase_elsewhere(Person(signature_ids=ids))
    change_state(ids=ids, to=SignatureState.INVALIDATED)
    CountDelta.objects.filter(signature__in=ids).update(signature=None)
    found = Signature.objects.filter(pk__in=ids).exclude(state=SignatureState.ERASED)
    gone = list(found.values_list("pk", flat=True))
    StopLink.leave(gone)
    Signature.objects.filter(pk__in=gone).update(state=SignatureState.ERASED)
    Signature.objects.filter(pk__in=gone).delete()
    return len(gone)
