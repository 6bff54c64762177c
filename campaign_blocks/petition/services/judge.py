"""Judgement after the fact: a signer never waits for it, and an abuser never sees it.

Until a signature is judged it neither counts in public nor causes any mail.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from campaign_blocks.petition import rates
from campaign_blocks.petition.models import Signature
from campaign_blocks.petition.models.choices import SignatureState
from campaign_blocks.petition.models.signature import SignatureQuerySet
from campaign_blocks.petition.services.change_state import change_state

BATCH = 1000
JUDGEABLE = (SignatureState.PENDING, SignatureState.CONFIRMED)


def judge() -> int:
    """One batch; answers how many signatures were judged."""
    if not Signature.objects.unjudged().exists():
        return 0
    with transaction.atomic():
        rows = list(locked(Signature.objects.unjudged().order_by("pk"))[:BATCH])
        suspects = too_many(rows)
        change_state(ids=suspects, to=SignatureState.SUSPECT)
        Signature.objects.filter(pk__in=[row.pk for row in rows]).update(judged_at=timezone.now())
    return len(rows)


def locked(signatures: SignatureQuerySet) -> SignatureQuerySet:
    rows = signatures.only("pk", "address_block", "created_at", "state")
    if connection.features.has_select_for_update_skip_locked:
        return rows.select_for_update(skip_locked=True)
    return rows


def too_many(rows: Iterable[Signature]) -> list[int]:
    """Those that came when their sender's address had reached the limit already."""
    limit = rates.parse(settings.SIGN_RATE_LIMIT)
    judged = [row for row in rows if row.address_block and row.state in JUDGEABLE]
    if not judged:
        return []
    moments = [row.created_at for row in judged]
    times = times_by_block(
        {bytes(row.address_block) for row in judged}, min(moments) - limit.window, max(moments)
    )
    found = []
    for row in judged:
        known = times[bytes(row.address_block)]
        first = bisect_left(known, row.created_at - limit.window)
        if bisect_right(known, row.created_at) - first > limit.most:
            found.append(row.pk)
    return found


def times_by_block(
    blocks: set[bytes], since: datetime, until: datetime
) -> dict[bytes, list[datetime]]:
    times: dict[bytes, list[datetime]] = defaultdict(list)
    rows = Signature.objects.filter(
        address_block__in=blocks, created_at__gte=since, created_at__lte=until
    )
    for block, moment in rows.order_by("created_at").values_list("address_block", "created_at"):
        times[bytes(block)].append(moment)
    return times
