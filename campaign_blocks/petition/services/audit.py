"""The public number against the rows it is made from, in one statement, so in one moment."""

import logging
from dataclasses import dataclass
from typing import Any

from django.core.mail import mail_admins
from django.db import transaction
from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from campaign_blocks.petition.models import (
    CountDelta,
    CountDrift,
    PaperBatch,
    Petition,
    Signature,
)
from campaign_blocks.petition.models.paper import PaperState

log = logging.getLogger("campaign.petition.audit")


@dataclass(frozen=True)
class Audited:
    """`number` is what will be public when all changes are added up; paper is part of both."""

    petition: Petition
    rows: int
    number: int
    paper_rows: int = 0
    paper_number: int = 0

    @property
    def drift(self) -> int:
        return self.number - self.rows

    @property
    def paper_drift(self) -> int:
        return self.paper_number - self.paper_rows

    @property
    def is_off(self) -> bool:
        return bool(self.drift or self.paper_drift)


def audit() -> list[Audited]:
    found = Petition.objects.annotate(
        signed=one_sum(Signature.objects.counted(), Count("pk")),
        signed_paper=one_sum(Signature.objects.counted().filter(on_paper=True), Count("pk")),
        unnamed=one_sum(PaperBatch.objects.filter(state=PaperState.DONE), Sum("unnamed")),
        unrolled=one_sum(CountDelta.objects.all(), Sum("amount")),
        unrolled_paper=one_sum(CountDelta.objects.filter(on_paper=True), Sum("amount")),
        number=Coalesce(F("count__confirmed"), 0),
        paper_number=Coalesce(F("count__on_paper"), 0),
    )
    return [
        Audited(
            petition=row,
            rows=row.signed + row.unnamed,
            number=row.number + row.unrolled,
            paper_rows=row.signed_paper + row.unnamed,
            paper_number=row.paper_number + row.unrolled_paper,
        )
        for row in found
    ]


def one_sum(rows: QuerySet[Any], what: Any) -> Coalesce:
    """Of the rows of each petition, 0 where there are none."""
    mine = rows.filter(petition=OuterRef("pk")).order_by().values("petition")
    found = Subquery(mine.annotate(n=what).values("n"), output_field=IntegerField())
    return Coalesce(found, 0)


@transaction.atomic
def repair(*, audited: Audited) -> None:
    """A correction is a change like all others, added up by the worker; the drift stays."""
    now = timezone.now()
    CountDrift.objects.create(
        petition=audited.petition,
        found_at=now,
        rows=audited.rows,
        number=audited.number,
        paper_rows=audited.paper_rows,
        paper_number=audited.paper_number,
    )
    amounts = {True: -audited.paper_drift, False: audited.paper_drift - audited.drift}
    CountDelta.objects.bulk_create(
        CountDelta(petition=audited.petition, on_paper=on_paper, amount=amount, created_at=now)
        for on_paper, amount in amounts.items()
        if amount
    )


def alert(found: list[Audited]) -> None:
    """In the log and to the administrators; names petitions and numbers, nobody who signed."""
    for row in found:
        log.error(
            "count drift repaired: petition %s, number %d, rows %d, on paper %d and %d",
            row.petition.slug,
            row.number,
            row.rows,
            row.paper_number,
            row.paper_rows,
        )
    if found:
        lines = [f"{row.petition.slug}: {row.number} shown, {row.rows} signed" for row in found]
        mail_admins("Counts drifted and were corrected", "\n".join(lines), fail_silently=True)
