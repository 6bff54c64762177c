"""What an export says of each signature: one line, with every consent and the words behind it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from campaign_blocks.kit.spreadsheet import safe_cell
from campaign_blocks.petition.models import Consent
from campaign_blocks.petition.models.choices import ConsentPurpose
from campaign_blocks.petition.models.signature import SignatureQuerySet

Cells = list[Any]
Words = dict[tuple[str, int | None], Consent]
FIELDS = (
    "petition__slug",
    "state",
    "on_paper",
    "name",
    "given_name",
    "email",
    "phone",
    "postal_code",
    "city",
    "country",
    "language",
    "source",
    "partner__name",
    "created_at",
    "confirmed_at",
    "message",
    "comment",
)
HEADINGS = (
    "petition",
    "state",
    "on_paper",
    "name",
    "first_name",
    "email",
    "phone",
    "postal_code",
    "city",
    "country",
    "language",
    "source",
    "partner",
    "signed_at",
    "confirmed_at",
    "message",
    "comment",
    "campaign_may_email",
    "campaign_consent_at",
    "campaign_consent_method",
    "campaign_consent_text_sha256",
    "organizations_may_email",
    "organizations_consent",
)


def lines(signatures: SignatureQuerySet) -> list[Cells]:
    """Two queries for any number of them; every cell is safe in a spreadsheet program."""
    rows = list(signatures.values_list("pk", *FIELDS))
    words = latest_words([row[0] for row in rows])
    return [[safe_cell(plain(cell)) for cell in [*row[1:], *agreed(words[row[0]])]] for row in rows]


def latest_words(ids: Sequence[int]) -> dict[int, Words]:
    """By signature: the last word on each question, newest wins."""
    found: dict[int, Words] = defaultdict(dict)
    rows = Consent.objects.filter(signature__in=ids).order_by("pk")
    for row in rows.select_related("text", "organization").defer("text__text"):
        found[row.signature_id][row.purpose, row.organization_id] = row
    return found


def agreed(words: Words) -> Cells:
    campaign = words.get((ConsentPurpose.CAMPAIGN_MAIL, None))
    others = [row for row in words.values() if row is not campaign]
    return [
        campaign.granted if campaign else "",
        campaign.created_at if campaign else "",
        campaign.method if campaign else "",
        campaign.text.sha256 if campaign else "",
        "; ".join(row.organization.name for row in others if row.granted and row.organization),
        "; ".join(proof(row) for row in others),
    ]


def proof(row: Consent) -> str:
    name = row.organization.name if row.organization else ""
    word = "yes" if row.granted else "no"
    return f"{name}: {word}, {plain(row.created_at)}, {row.method}, {row.text.sha256}"


def plain(value: Any) -> Any:
    """Times in UTC as ISO 8601, yes and no as words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if hasattr(value, "tzinfo"):
        return value.astimezone(timezone.get_default_timezone()).isoformat(timespec="seconds")
    return value
