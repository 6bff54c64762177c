"""Filling the fraud desk: a look every five minutes, in small steps, so that nobody waits for it.

The admin's page reads rows that are there; it never counts.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.db.models import Count
from django.utils import timezone

from campaign_blocks.petition import fraud
from campaign_blocks.petition.models import DeskFinding, DeskLook, Petition

EVERY = timedelta(minutes=5)
KEPT_FOR = timedelta(hours=25)  # a page that somebody has open leads on
MOST_PETITIONS = 20

Finder = Callable[[fraud.Scope], Iterator[DeskFinding]]


class FraudLook:
    """One worker's look. One that died in the middle is never shown, and another one begins."""

    def __init__(self) -> None:
        self.look: DeskLook | None = None
        self.waiting: list[tuple[fraud.Scope, Finder]] = []

    def run(self) -> int:
        """One query of the look; more than 0 while there is more to do."""
        if self.look is None:
            return self.begin(timezone.now())
        if not self.waiting:
            return self.end(timezone.now())
        scope, finder = self.waiting.pop()
        findings = list(finder(scope))
        for one in findings:
            one.look = self.look
        DeskFinding.objects.bulk_create(findings)
        return 1

    def begin(self, now: datetime) -> int:
        if DeskLook.objects.filter(started_at__gt=now - EVERY).exists():
            return 0
        first = fraud.first_since(now - fraud.WINDOW)
        whole = fraud.scope_of(now, first_id=first)
        self.look = DeskLook.objects.create(started_at=now, signatures=whole.rows().count())
        scopes = [whole, *(fraud.scope_of(now, one, first) for one in busiest(whole))]
        self.waiting = [(scope, finder) for scope in scopes for finder in fraud.FINDERS]
        return 1

    def end(self, now: datetime) -> int:
        if self.look is not None:
            DeskLook.objects.filter(pk=self.look.pk).update(made_at=now)
        DeskLook.objects.filter(started_at__lt=now - KEPT_FOR).delete()
        self.look = None
        return 0


def busiest(whole: fraud.Scope) -> list[Petition]:
    rows = whole.rows().values("petition").annotate(n=Count("pk")).order_by("-n")[:MOST_PETITIONS]
    order = [facts["petition"] for facts in rows]
    return list(Petition.objects.filter(pk__in=order))


def latest() -> DeskLook | None:
    return DeskLook.objects.exclude(made_at=None).order_by("-pk").first()
