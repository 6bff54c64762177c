"""Forgetting what is past its term, in batches: after a crash the next run goes on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from campaign_blocks.kit import versions
from campaign_blocks.petition.models import RetentionRun, Signature, StopLink
from campaign_blocks.petition.models.signature import SignatureQuerySet
from campaign_blocks.petition.rights.terms import TERMS, Term
from campaign_blocks.petition.services.empty import empty_signatures
from campaign_blocks.petition.services.remove import remove_signatures

BATCH = 1000


@dataclass(frozen=True)
class Forgotten:
    """One line of the list that a dry run and a run print; it names nobody."""

    term: str
    signature: int
    petition: str
    signed: datetime

    def __str__(self) -> str:
        return f"{self.term} {self.signature} {self.petition} {self.signed:%Y-%m-%d}"


def past_their_term(now: datetime) -> Iterator[Forgotten]:
    """In the order of a run."""
    for term in TERMS:
        yield from lines(term, term.past(now))


def lines(term: Term, rows: SignatureQuerySet) -> Iterator[Forgotten]:
    facts = rows.order_by("pk").values_list("pk", "petition__slug", "created_at")
    for pk, slug, signed in facts.iterator(chunk_size=BATCH):
        yield Forgotten(term.name, pk, slug, signed)


def begin_run() -> RetentionRun:
    """Goes on with a run that was cut off."""
    unfinished = RetentionRun.objects.filter(finished_at=None).order_by("-pk").first()
    return unfinished or RetentionRun.objects.create(started_at=timezone.now())


def run_batch(run: RetentionRun) -> list[Forgotten]:
    """The next ones; none: the run is finished."""
    now = timezone.now()
    for term in TERMS:
        done = forget_batch(run, term, now)
        if done:
            return done
    StopLink.objects.filter(expires_at__lt=now).delete()
    RetentionRun.objects.filter(pk=run.pk, finished_at=None).update(finished_at=now)
    versions.bump("petitions")
    return []


@transaction.atomic
def forget_batch(run: RetentionRun, term: Term, now: datetime) -> list[Forgotten]:
    """Locked first: nobody signs anew or confirms in between."""
    rows = term.past(now).order_by("pk")
    if connection.features.has_select_for_update:
        rows = rows.select_for_update(of=("self",))
    ids = list(rows.values_list("pk", flat=True)[:BATCH])
    found = Signature.objects.filter(pk__in=ids)
    done = list(lines(term, found))
    if term.empties:
        empty_signatures(ids=ids)
    else:
        remove_signatures(rows=found)
    RetentionRun.objects.filter(pk=run.pk).update(**{term.name: F(term.name) + len(done)})
    return done
