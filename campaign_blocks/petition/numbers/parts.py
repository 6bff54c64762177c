"""One sum each, of one petition; plain values that a JSON field can hold."""

from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import TruncDate

from campaign_blocks.petition.models import (
    Letter,
    OutboxMessage,
    PaperBatch,
    Petition,
    Signature,
)
from campaign_blocks.petition.models.choices import COUNTED, OutboxState
from campaign_blocks.petition.models.paper import PaperState

LAST_ERRORS = 8
MOST_SOURCES = 200
IS_COUNTED = Q(state__in=COUNTED)
Row = list[Any]


def signatures(petition: Petition) -> QuerySet[Signature]:
    return Signature.objects.filter(petition=petition).order_by()


def days(petition: Petition) -> list[Row]:
    """[day, counted, all], oldest first; signatures on paper stand at the day they were made."""
    rows = signatures(petition).annotate(day=TruncDate("created_at")).values("day")
    rows = rows.annotate(counted=Count("pk", filter=IS_COUNTED), total=Count("pk"))
    return [[row["day"].isoformat(), row["counted"], row["total"]] for row in rows.order_by("day")]


def states(petition: Petition) -> dict[str, int]:
    return dict(signatures(petition).values_list("state").annotate(n=Count("pk")))


def on_paper(petition: Petition) -> dict[str, int]:
    """Counted signatures on paper, by whether we hold their names."""
    batches = PaperBatch.objects.filter(petition=petition, state=PaperState.DONE).exclude(unnamed=0)
    return {
        "named": signatures(petition).filter(IS_COUNTED, on_paper=True).count(),
        "unnamed": sum(batches.values_list("unnamed", flat=True)),
    }


def sources(petition: Petition) -> list[Row]:
    """[code, counted]; without a code: straight to the page."""
    return grouped(petition, "source")


def partners(petition: Petition) -> list[Row]:
    return grouped(petition, "partner__name")


def pages(petition: Petition) -> list[Row]:
    return grouped(petition, "page__title")


def countries(petition: Petition) -> list[Row]:
    return grouped(petition, "country")


def grouped(petition: Petition, by: str) -> list[Row]:
    """What erased rows tell of themselves is "": they stay in the sum."""
    rows = signatures(petition).filter(IS_COUNTED).values_list(by).annotate(n=Count("pk"))
    return [[name or "", n] for name, n in rows.order_by("-n")[:MOST_SOURCES]]


def mail(petition: Petition) -> dict[str, Any]:
    return waiting_and_gone(OutboxMessage.objects.filter(signature__petition=petition))


def letters(petition: Petition) -> dict[str, Any]:
    return waiting_and_gone(Letter.objects.filter(signature__petition=petition))


def waiting_and_gone(rows: QuerySet[Any]) -> dict[str, Any]:
    """How many in each state, since when the oldest waits, and what went wrong last."""
    queued = rows.filter(state=OutboxState.QUEUED).exclude(next_attempt_at=None)
    oldest = queued.aggregate(oldest=Min("created_at"))["oldest"]
    wrong = rows.exclude(error="").order_by().values_list("error")
    wrong = wrong.annotate(n=Count("pk"), last=Max("created_at")).order_by("-last")
    return {
        "states": dict(rows.order_by().values_list("state").annotate(n=Count("pk"))),
        "oldest": oldest.isoformat() if oldest else None,
        "errors": [[error, n, last.isoformat()] for error, n, last in wrong[:LAST_ERRORS]],
    }
