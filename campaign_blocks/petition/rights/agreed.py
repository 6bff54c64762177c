"""Exactly what one person agreed to: every event with the words as they stood, and their proof."""

import csv
import io
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from campaign_blocks.kit.spreadsheet import safe_cell
from campaign_blocks.petition.models import Consent, Signature

COLUMNS = (
    "signature",
    "petition",
    "purpose",
    "organization",
    "granted",
    "text",
    "sha256",
    "language",
    "page",
    "partner",
    "method",
    "at",
    "withdrawn_at",
)


@dataclass(frozen=True)
class Agreed:
    """One event, and the moment at which a later one took it back."""

    event: Consent
    page: str
    withdrawn_at: datetime | None


def agreed_to(signature: Signature) -> list[Agreed]:
    rows = signature.consents.select_related("text", "organization", "page").order_by("pk")
    events = list(rows)
    return [Agreed(one, page_of(one), withdrawn(one, events)) for one in events]


def page_of(event: Consent) -> str:
    """Its address then is not kept; its title now is."""
    if event.page_id is None:
        return ""
    page = getattr(event, "page", None)
    return page.title if page else f"#{event.page_id}"


def withdrawn(event: Consent, events: list[Consent]) -> datetime | None:
    if not event.granted:
        return None
    same = (event.purpose, event.organization_id)
    later = (one for one in events if one.pk > event.pk and not one.granted)
    return next(
        (one.created_at for one in later if (one.purpose, one.organization_id) == same), None
    )


def as_rows(signature: Signature) -> list[dict[str, Any]]:
    return [as_row(signature, one) for one in agreed_to(signature)]


def as_row(signature: Signature, one: Agreed) -> dict[str, Any]:
    event = one.event
    return {
        "signature": signature.pk,
        "petition": signature.petition.title,
        "purpose": event.purpose,
        "organization": event.organization.name if event.organization else "",
        "granted": event.granted,
        "text": event.text.text,
        "sha256": event.text.sha256,
        "language": event.text.language,
        "page": one.page,
        "partner": signature.partner.name if signature.partner else "",
        "method": event.method,
        "at": event.created_at.isoformat(),
        "withdrawn_at": one.withdrawn_at.isoformat() if one.withdrawn_at else "",
    }


def as_csv(signature: Signature) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in as_rows(signature):
        writer.writerow([safe_cell(row[name]) for name in COLUMNS])
    return text.getvalue()
