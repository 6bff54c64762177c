"""Which signatures an export holds. The choice is plain data, so that it can be logged."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Self

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from campaign_blocks.petition.models import Consent, Signature
from campaign_blocks.petition.models.choices import ConsentPurpose, SignatureState
from campaign_blocks.petition.models.signature import SignatureQuerySet

CAMPAIGN = "campaign"


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Names no person. `consent`: "campaign", or the id of the organization that may write."""

    petition: int | None = None
    state: str = SignatureState.CONFIRMED.value
    since: str = ""
    until: str = ""
    consent: str = ""
    source: str = ""
    partner: int | None = None

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Self:
        return cls(**data)

    def as_data(self) -> dict[str, Any]:
        """What was chosen, without what was left open."""
        return {name: value for name, value in asdict(self).items() if value not in ("", None)}


def chosen(choice: Choice) -> SignatureQuerySet:
    """Erased rows hold nobody and are never exported."""
    rows = Signature.objects.exclude(state=SignatureState.ERASED)
    equal = {
        "petition": choice.petition,
        "state": choice.state,
        "source": choice.source,
        "partner": choice.partner,
    }
    rows = rows.filter(**{name: value for name, value in equal.items() if value})
    if choice.since:
        rows = rows.filter(created_at__gte=midnight(choice.since))
    if choice.until:
        rows = rows.filter(created_at__lt=midnight(choice.until) + timedelta(days=1))
    return agreeing(rows, choice.consent) if choice.consent else rows


def agreeing(rows: SignatureQuerySet, consent: str) -> SignatureQuerySet:
    """Whose latest word to the campaign, or to this organization, is yes."""
    words = Consent.objects.filter(signature=OuterRef("pk")).order_by("-pk")
    if consent == CAMPAIGN:
        words = words.filter(purpose=ConsentPurpose.CAMPAIGN_MAIL)
    else:
        words = words.filter(purpose=ConsentPurpose.PARTNER_MAIL, organization=int(consent))
    return rows.annotate(said_last=Subquery(words.values("granted")[:1])).filter(said_last=True)


def midnight(day: str) -> datetime:
    return timezone.make_aware(datetime.combine(date.fromisoformat(day), time.min))
