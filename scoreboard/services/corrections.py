"""Reports of visitors: taken in, and decided on by staff."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from scoreboard.models import Bill, Correction, CorrectionState, Legislator

# More in one hour is no crowd of readers; what came in until then is kept.
MOST_AN_HOUR = 200


class TooMany(Exception):
    """More reports came in within the hour than staff could ever read."""


@transaction.atomic
def report_correction(
    *, legislator: Legislator, subject: str, words: str, evidence_url: str = ""
) -> Correction:
    """The same words about the same person, not decided yet, are kept once."""
    told = {"legislator": legislator, "subject": subject, "words": words.strip()}
    waiting = Correction.objects.filter(state=CorrectionState.NEW)
    known = waiting.filter(**told, evidence_url=evidence_url).first()
    if known is not None:
        return known
    since = timezone.now() - timedelta(hours=1)
    if waiting.filter(created_at__gt=since).count() >= MOST_AN_HOUR:
        raise TooMany
    bill = Bill.objects.filter(legislature=legislator.chamber.legislature_id).first()
    correction = Correction(**told, evidence_url=evidence_url, bill=bill)
    correction.full_clean()
    correction.save()
    return correction


@transaction.atomic
def decide(*, correction: Correction, state: str, note: str = "", by: Any = None) -> None:
    """A decision may be changed; who changed it last, and when, is kept."""
    correction.state, correction.note = state, note
    is_open = state == CorrectionState.NEW
    correction.decided_at = None if is_open else timezone.now()
    correction.decided_by = None if is_open else by
    correction.full_clean()
    correction.save()
