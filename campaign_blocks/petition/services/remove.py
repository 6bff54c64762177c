"""Taking signatures away with everything that hangs on them. What was counted is not corrected."""

from django.db import transaction

from campaign_blocks.petition.models import CountDelta, Signature
from campaign_blocks.petition.models.choices import SignatureState
from campaign_blocks.petition.models.signature import SignatureQuerySet


@transaction.atomic
def remove_signatures(*, rows: SignatureQuerySet) -> int:
    """Answers how many. The database gives a consent up only with its signature, so that one is
    marked first."""
    ids = list(rows.values_list("pk", flat=True))
    found = Signature.objects.filter(pk__in=ids)
    found.exclude(state=SignatureState.ERASED).update(state=SignatureState.ERASED)
    CountDelta.objects.filter(signature__in=ids).delete()
    found.delete()
    return len(ids)
