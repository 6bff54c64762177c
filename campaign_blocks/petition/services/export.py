"""Everything stored about one person, as plain data."""

from typing import Any

from campaign_blocks.kit.personal_data import personal_data
from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models import (
    Consent,
    MailToken,
    OutboxMessage,
    Signature,
    StopLink,
    Suppression,
)
from campaign_blocks.petition.whose import person_of


def export_person(*, email: str) -> dict[str, Any]:
    return export_mailbox(fingerprint=fingerprint(email))


def export_mailbox(*, fingerprint: bytes) -> dict[str, Any]:
    rows = list(signatures_of(fingerprint))
    person = person_of(mailbox=fingerprint, signature_ids=[row.pk for row in rows])
    suppression = Suppression.objects.filter(fingerprint=fingerprint).first()
    return {
        "signatures": [signature(row) for row in rows],
        "recipients": recipients(rows),
        "links_in_old_mails": [
            {"until": moment(one.expires_at)}
            for one in StopLink.objects.filter(mailbox=fingerprint).order_by("pk")
        ],
        **{kind.name: kind.rows(person) for kind in personal_data()},
        "no_more_mail": suppression
        and {"reason": suppression.reason, "since": suppression.created_at.isoformat()},
    }


def signatures_of(fingerprint: bytes) -> Any:
    rows = Signature.objects.filter(fingerprint=fingerprint).order_by("pk")
    rows = rows.select_related("petition", "page", "partner")
    return rows.prefetch_related("consents__text", "consents__organization", "messages", "tokens")


def signature(row: Signature) -> dict[str, Any]:
    return {
        "signature": row.pk,
        "petition": row.petition.title,
        "state": row.state,
        "name": row.name,
        "given_name": row.given_name,
        "email": row.email,
        "phone": row.phone,
        "postal_code": row.postal_code,
        "city": row.city,
        "country": row.country,
        "comment": row.comment,
        "message": row.message,
        "may_be_shown": row.public,
        "shown_since": moment(row.shown_at),
        "kept_out_since": moment(row.hidden_at),
        "held_since": moment(row.held_at),
        "suspect_for": row.suspect_for,
        "page": row.page.title if row.page else None,
        "partner": row.partner.name if row.partner else None,
        "source": row.source,
        "language": row.language,
        "on_paper": row.on_paper,
        "digest_of_sender": bytes(row.address_block).hex(),
        "seconds_taken": row.seconds_taken,
        "signed_at": moment(row.created_at),
        "confirmed_at": moment(row.confirmed_at),
        "checked_at": moment(row.judged_at),
        "consents": [consent(one) for one in sorted(row.consents.all(), key=lambda one: one.pk)],
        "mails": [mail(one) for one in row.messages.all()],
        "links": [link(one) for one in row.tokens.all()],
    }


def consent(row: Consent) -> dict[str, Any]:
    """The words as they were shown, and the proof that they are these."""
    return {
        "purpose": row.purpose,
        "organization": row.organization.name if row.organization else None,
        "granted": row.granted,
        "text": row.text.text,
        "language": row.text.language,
        "sha256": row.text.sha256,
        "page": row.page_id,
        "method": row.method,
        "at": moment(row.created_at),
    }


def mail(row: OutboxMessage) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "state": row.state,
        "queued_at": moment(row.created_at),
        "sent_at": moment(row.sent_at),
    }


def link(row: MailToken) -> dict[str, Any]:
    return {"for": row.purpose, "until": moment(row.expires_at), "used_at": moment(row.used_at)}


def recipients(rows: list[Signature]) -> list[dict[str, Any]]:
    """The organizations that may have the data, since when and until when."""
    found: dict[int, dict[str, Any]] = {}
    events = sorted((one for row in rows for one in row.consents.all()), key=lambda one: one.pk)
    for one in events:
        if one.organization is None:
            continue
        if one.granted:
            found[one.organization.pk] = {
                "organization": one.organization.name,
                "privacy_policy": one.organization.privacy_url,
                "since": moment(one.created_at),
                "until": None,
            }
        elif one.organization.pk in found:
            found[one.organization.pk]["until"] = moment(one.created_at)
    return list(found.values())


def moment(value: Any) -> str | None:
    return value.isoformat() if value else None
