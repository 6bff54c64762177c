"""Which signatures are past their term, and why. One place for the dry run and for the run."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from campaign_blocks.petition.models import Consent, Petition, Signature
from campaign_blocks.petition.models.choices import ConsentPurpose, SignatureState
from campaign_blocks.petition.models.signature import SignatureQuerySet
from campaign_blocks.petition.states import HELD

UNCONFIRMED_LIFE = timedelta(days=30)
HELD_LIFE = timedelta(days=90)
AFTER_THE_END = timedelta(days=183)


@dataclass(frozen=True)
class Term:
    """`name` is a column of RetentionRun; `empties`: the row stays counted and names nobody."""

    name: str
    past: Callable[[datetime], SignatureQuerySet]
    empties: bool = False


def unconfirmed(now: datetime) -> SignatureQuerySet:
    waiting = (SignatureState.PENDING, SignatureState.EXPIRED)
    return Signature.objects.filter(state__in=waiting, created_at__lt=now - UNCONFIRMED_LIFE)


def held(now: datetime) -> SignatureQuerySet:
    """Counted from the day they were held: staff may undo a mistake for three months."""
    since = Coalesce("held_at", "judged_at", "created_at")
    rows = Signature.objects.filter(state__in=HELD, created_at__lt=now - HELD_LIFE)
    return rows.alias(since=since).filter(since__lt=now - HELD_LIFE)


def ended(now: datetime) -> SignatureQuerySet:
    """Of campaigns that are over, whoever signed without a consent that still stands."""
    over = Petition.objects.filter(
        Q(closes_at__lt=now - AFTER_THE_END) | Q(won_at__lt=now - AFTER_THE_END)
    )
    rows = Signature.objects.filter(petition__in=over, state=SignatureState.CONFIRMED)
    return rows.filter(~Exists(standing_consents()))


def standing_consents() -> QuerySet[Consent]:
    """Of one signature: given, and no later word on the same question."""
    same = Q(organization=OuterRef("organization")) | Q(
        organization=None, purpose=ConsentPurpose.CAMPAIGN_MAIL
    )
    later = Consent.objects.filter(
        same,
        signature=OuterRef("signature"),
        purpose=OuterRef("purpose"),
        pk__gt=OuterRef("pk"),
    )
    given = Consent.objects.filter(signature=OuterRef("pk"), granted=True)
    return given.filter(~Exists(later))


TERMS = (
    Term("unconfirmed", unconfirmed),
    Term("held", held),
    Term("reduced", ended, empties=True),
)
