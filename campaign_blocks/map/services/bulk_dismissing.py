"""Suspect reports dismissed together, and that taken back."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from campaign_blocks.map.models import Dismissal, Map, Report, ReportState
from campaign_blocks.map.models.reports import ReportQuerySet


class NothingLeft(Exception):
    """Somebody has decided on all of them already, or taken this back already."""


def suspects(*, map: Map | None = None, words: str = "", last: int | None = None) -> ReportQuerySet:
    """`last` is the newest that staff have counted: what came since is spared."""
    found = Report.objects.suspect().saying(words)
    if map:
        found = found.filter(map=map)
    return found if last is None else found.filter(pk__lte=last)


@transaction.atomic
def dismiss_suspects(*, reports: ReportQuerySet, reason: str, user: Any) -> Dismissal:
    """Their addresses are forgotten. Nobody is told: a machine would learn from it."""
    done = Dismissal.objects.create(reason=reason, made_by=user)
    done.number = reports.update(state=ReportState.DISMISSED, email="", dismissal=done)
    if not done.number:
        raise NothingLeft
    done.save(update_fields=["number"])
    return done


@transaction.atomic
def take_back(*, dismissal: Dismissal) -> int:
    """They are suspect again, but for those that are past their term; how many came back."""
    fresh = Dismissal.objects.filter(pk=dismissal.pk, restored_at=None)
    if not fresh.update(restored_at=timezone.now()):
        raise NothingLeft
    held = Report.objects.filter(dismissal=dismissal, state=ReportState.DISMISSED)
    return held.update(state=ReportState.SUSPECT, dismissal=None)
