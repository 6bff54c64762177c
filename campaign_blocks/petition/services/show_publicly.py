"""Which of the people who offered their first name and city are shown with the petition."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from campaign_blocks.petition import recent
from campaign_blocks.petition.models import Petition, Signature
from campaign_blocks.petition.models.signature import SignatureQuerySet

MOST_AT_ONCE = 1000
LET_THROUGH = "petition.let_names_through"
KEEP_OUT = "petition.keep_names_out"


@transaction.atomic
def let_through(*, ids: Sequence[int], user: Any = None) -> int:
    """Shown from now on. Answers how many; those who took their offer back are left alone."""
    rows = Signature.objects.offered_in_public().filter(shown_at=None)
    return change(rows, ids, user, LET_THROUGH, shown_at=timezone.now(), hidden_at=None)


@transaction.atomic
def keep_out(*, ids: Sequence[int], user: Any = None) -> int:
    """Shown no longer, and asked about no more. Answers how many."""
    rows = Signature.objects.filter(public=True, hidden_at=None)
    return change(rows, ids, user, KEEP_OUT, shown_at=None, hidden_at=timezone.now())


def change(
    rows: SignatureQuerySet,
    ids: Sequence[int],
    user: Any,
    action: str,
    **values: datetime | None,
) -> int:
    """The log says how many of which petition, and who did it; it names no signer.

    Lists are filled in at every request, so no kept page has to be made anew.
    """
    meant = dict(rows.filter(pk__in=ids[:MOST_AT_ONCE]).values_list("pk", "petition_id"))
    changed = Signature.objects.filter(pk__in=meant).update(**values)
    counts = Counter(meant.values())
    for petition in Petition.objects.filter(pk__in=counts):
        log(petition, action, user=user, data={"count": counts[petition.pk]})
    transaction.on_commit(recent.kept_recent.forget)
    return changed
