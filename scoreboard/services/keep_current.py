"""The worker's share: bills that are kept current, one number at a time."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from scoreboard.congress_gov.client import make_client
from scoreboard.congress_gov.problems import CongressProblem
from scoreboard.models import BillNumber
from scoreboard.services.sync_bill import sync_number

log = logging.getLogger("campaign.scoreboard")

EVERY = timedelta(hours=6)
SOONEST = timedelta(minutes=10)


def sync_due() -> int:
    """At most one; 1 where it went well, so that the next follows at once."""
    if not settings.CONGRESS_API_KEY:
        return 0
    now = timezone.now()
    numbers = BillNumber.objects.filter(bill__keep_current=True).order_by("tried_at", "pk")
    due = next((number for number in numbers if is_due(number, now)), None)
    if due is None:
        return 0
    try:
        changes = sync_number(slug=due.slug, client=make_client(attempts=1))
    except CongressProblem as problem:
        BillNumber.objects.filter(pk=due.pk).update(tried_at=now, problem=str(problem)[:300])
        log.warning("%s is not current: %s", due.slug, problem)
        return 0
    log.info("%s from Congress.gov: %s", due.slug, changes)
    return 1


def is_due(number: BillNumber, now: datetime) -> bool:
    """After a failure soon, and then ever later: as long again as it has been failing."""
    if number.tried_at is None:
        return True
    if not number.problem:
        return number.tried_at + EVERY <= now
    failing = number.tried_at - (number.synced_at or number.tried_at) - EVERY
    return number.tried_at + min(max(failing, SOONEST), EVERY) <= now
