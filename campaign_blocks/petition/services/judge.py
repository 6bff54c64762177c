"""Judgement after the fact: a signer never waits for it, and an abuser never sees it.

Until a signature is judged it neither counts in public nor causes any mail. The cost of a batch
does not depend on how much came before it: rates are tallies, not rows that are read again.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from campaign_blocks.petition.disposable import disposable_domains
from campaign_blocks.petition.models import OutboxMessage, Signature
from campaign_blocks.petition.models.choices import MailKind, SignatureState
from campaign_blocks.petition.models.signature import SignatureQuerySet
from campaign_blocks.petition.models.suspicion import CLEARED_BY_MAIL, Suspicion
from campaign_blocks.petition.services.change_state import change_state
from campaign_blocks.petition.suspicions import Row, Verdict, suspects

BATCH = 1000
JUDGEABLE = (SignatureState.PENDING, SignatureState.CONFIRMED)
READ = (
    "pk",
    "petition_id",
    "fingerprint",
    "email",
    "address_block",
    "seconds_taken",
    "created_at",
    "petition__household_mailbox",
)


def judge() -> int:
    """One batch; answers how many signatures were judged."""
    unjudged = Signature.objects.unjudged()
    if not unjudged.exists():
        return 0
    disposable = disposable_domains()
    with transaction.atomic():
        found = list(locked(unjudged.order_by("pk")).values_list("state", *READ)[:BATCH])
        rows = [Row(*facts) for state, *facts in found if state in JUDGEABLE]
        held = hold(suspects(rows, disposable) if rows else {})
        others = [pk for _state, pk, *_facts in found if pk not in held]
        Signature.objects.filter(pk__in=others).update(judged_at=timezone.now())
    return len(found)


def locked(signatures: SignatureQuerySet) -> SignatureQuerySet:
    """Several workers judge different rows; nobody who refers to one of them has to wait."""
    if connection.features.has_select_for_update_skip_locked:
        return signatures.select_for_update(skip_locked=True, of=("self",), no_key=True)
    return signatures


def hold(verdicts: Mapping[int, Verdict]) -> set[int]:
    by_reason: dict[Suspicion, list[int]] = defaultdict(list)
    for pk, verdict in verdicts.items():
        by_reason[verdict.reason].append(pk)
    held = set()
    for reason, ids in by_reason.items():
        held.update(change_state(ids=ids, to=SignatureState.SUSPECT, why=reason))
    ask_by_mail(pk for pk in held if may_clear_itself(verdicts[pk]))
    return held


def may_clear_itself(verdict: Verdict) -> bool:
    """A crowd behind one address gets a mail each; a flood of made-up signers gets none."""
    return verdict.reason in CLEARED_BY_MAIL and verdict.position <= settings.CROWD_LIMIT


def ask_by_mail(ids: Iterable[int]) -> None:
    """The mail that asks a pending signer also lets a suspect one show that she is a person."""
    now = timezone.now()
    asking = [
        OutboxMessage(kind=MailKind.CONFIRM, signature_id=pk, next_attempt_at=now, created_at=now)
        for pk in sorted(ids)
    ]
    OutboxMessage.objects.bulk_create(
        asking,
        update_conflicts=True,
        unique_fields=["signature", "kind", "target"],
        update_fields=["next_attempt_at"],
    )
