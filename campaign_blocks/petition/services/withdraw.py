"""Taking a consent back: a row of refusal after the one that still stands. Rows never change."""

from django.db import connection, transaction
from django.utils import timezone

from campaign_blocks.petition.models import Consent
from campaign_blocks.petition.models.choices import ConsentMethod, ConsentPurpose
from campaign_blocks.petition.models.signature import SignatureQuerySet

Question = tuple[str, int | None]


@transaction.atomic
def withdraw(
    *,
    signatures: SignatureQuerySet,
    method: ConsentMethod,
    only: tuple[ConsentPurpose, int | None] | None = None,
) -> int:
    """Of these signatures, every consent that stands, or `only` one question. Answers how many.

    The signatures are locked: two presses at the same time leave one row.
    """
    rows = signatures.order_by("pk")
    if connection.features.has_select_for_update:
        rows = rows.select_for_update(no_key=True)
    ids = list(rows.values_list("pk", flat=True))
    standing = [row for row in latest(ids) if row.granted and only in (None, question(row))]
    now = timezone.now()
    Consent.objects.bulk_create(
        Consent(
            signature_id=row.signature_id,
            purpose=row.purpose,
            organization_id=row.organization_id,
            text_id=row.text_id,
            granted=False,
            method=method,
            created_at=now,
        )
        for row in standing
    )
    return len(standing)


def latest(ids: list[int]) -> list[Consent]:
    """The last word of each signature on each question."""
    found: dict[tuple[int, Question], Consent] = {}
    for row in Consent.objects.filter(signature_id__in=ids).order_by("pk"):
        found[row.signature_id, question(row)] = row
    return list(found.values())


def question(row: Consent) -> Question:
    return row.purpose, row.organization_id
