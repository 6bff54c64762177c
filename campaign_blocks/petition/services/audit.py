"""The public number against the rows it is made from, in one statement, so in one moment."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from campaign_blocks.petition.models import CountDelta, Petition, Signature


@dataclass(frozen=True)
class Audited:
    petition: Petition
    rows: int
    number: int

    @property
    def drift(self) -> int:
        return self.number - self.rows


def audit() -> list[Audited]:
    return [Audited(row, sums["rows"], sums["number"]) for row, sums in with_sums()]


def with_sums() -> list[tuple[Petition, dict[str, int]]]:
    rows = Signature.objects.counted().filter(petition=OuterRef("pk")).order_by()
    deltas = CountDelta.objects.filter(petition=OuterRef("pk")).order_by()
    signed = Subquery(rows.values("petition").annotate(n=Count("pk")).values("n"))
    unrolled = Subquery(deltas.values("petition").annotate(n=Sum("amount")).values("n"))
    found = Petition.objects.annotate(
        signed_rows=Coalesce(signed, 0),
        number=Coalesce("count__confirmed", 0) + Coalesce(unrolled, 0),
    )
    return [(row, {"rows": row.signed_rows, "number": row.number}) for row in found]


def repair(*, audited: Audited) -> None:
    """A correction is a change like any other, added up by the worker."""
    CountDelta.objects.create(
        petition=audited.petition, amount=-audited.drift, created_at=timezone.now()
    )
