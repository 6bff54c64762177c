"""Everything stored about one person, as plain data."""

from typing import Any

from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models import Signature, Suppression


def export_person(*, email: str) -> dict[str, Any]:
    digest = fingerprint(email)
    rows = Signature.objects.filter(fingerprint=digest).select_related(
        "petition", "page", "partner"
    )
    rows = rows.prefetch_related("consents__text", "consents__organization", "messages")
    suppression = Suppression.objects.filter(fingerprint=digest).first()
    return {
        "signatures": [signature(row) for row in rows.order_by("pk")],
        "no_more_mail": suppression
        and {
            "reason": suppression.reason,
            "since": suppression.created_at.isoformat(),
        },
    }


def signature(row: Signature) -> dict[str, Any]:
    return {
        "petition": row.petition.title,
        "state": row.state,
        "name": row.name,
        "email": row.email,
        "postal_code": row.postal_code,
        "country": row.country,
        "message": row.message,
        "page": row.page.title if row.page else None,
        "partner": row.partner.name if row.partner else None,
        "source": row.source,
        "language": row.language,
        "signed_at": row.created_at.isoformat(),
        "confirmed_at": row.confirmed_at.isoformat() if row.confirmed_at else None,
        "consents": [consent(one) for one in row.consents.all()],
        "mails": [
            {"kind": one.kind, "state": one.state, "queued_at": one.created_at.isoformat()}
            for one in row.messages.all()
        ],
    }


def consent(row: Any) -> dict[str, Any]:
    return {
        "purpose": row.purpose,
        "organization": row.organization.name if row.organization else None,
        "granted": row.granted,
        "text": row.text.text,
        "sha256": row.text.sha256,
        "method": row.method,
        "at": row.created_at.isoformat(),
    }
