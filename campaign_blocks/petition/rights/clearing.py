"""The worker's night: once after two o'clock, in batches, and a word when it did not happen."""

import logging
from datetime import datetime, timedelta

from django.utils import timezone

from campaign_blocks.petition.models import RetentionRun
from campaign_blocks.petition.services.retain import begin_run, run_batch

log = logging.getLogger("campaign.petition.rights")

HOUR = 2
LATE_AFTER = timedelta(hours=26)


def last_night(now: datetime) -> datetime:
    """The latest two o'clock, by the site's own time; there is one on every day."""
    local = timezone.localtime(now)
    night = local.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return night if night <= local else night - timedelta(days=1)


def last_run() -> RetentionRun | None:
    return RetentionRun.objects.filter(finished_at__isnull=False).order_by("-finished_at").first()


def clear() -> int:
    """One batch; 0 when tonight's run is done."""
    run = last_run()
    if run and run.finished_at and run.finished_at >= last_night(timezone.now()):
        return 0
    unfinished = begin_run()
    forgotten = run_batch(unfinished)
    if not forgotten:
        log.info("retention run %s is done", unfinished.pk)
    return len(forgotten)


def is_late(now: datetime) -> bool:
    """Never on the first day of a site."""
    first = RetentionRun.objects.order_by("pk").first()
    if first is None:
        return False
    run = last_run()
    since = run.finished_at if run and run.finished_at else first.started_at
    return now - since > LATE_AFTER


def watch() -> int:
    if is_late(timezone.now()):
        log.error("no retention run was finished in the last 26 hours: run apply_retention")
    return 0
