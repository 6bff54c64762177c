"""The audit of every night: one run a day, whoever of the workers comes first."""

from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from campaign_blocks.petition.models import AuditRun
from campaign_blocks.petition.services.audit import Audited, alert, audit, repair

HOUR = 3  # of the night, in the site's time zone


def audit_if_due() -> int:
    """Runs the first time it is asked after three o'clock; a missed night is made up for."""
    day = (timezone.localtime() - timedelta(hours=HOUR)).date()
    if AuditRun.objects.filter(day=day).exclude(finished_at=None).exists():
        return 0
    AuditRun.objects.bulk_create(
        [AuditRun(day=day, started_at=timezone.now())], ignore_conflicts=True
    )
    run = AuditRun.objects.get(day=day)
    alert(audit_and_repair(run.pk))
    return 0


@transaction.atomic
def audit_and_repair(run_id: int) -> list[Audited]:
    """Whoever holds the row of the day does it; dying in the middle leaves it undone."""
    runs = AuditRun.objects.filter(pk=run_id, finished_at=None)
    if connection.features.has_select_for_update_skip_locked:
        runs = runs.select_for_update(skip_locked=True)
    run = runs.first()
    if run is None:
        return []
    audited = audit()
    off = [row for row in audited if row.is_off]
    for row in off:
        repair(audited=row)
    run.petitions, run.finished_at = len(audited), timezone.now()
    run.save(update_fields=["petitions", "finished_at"])
    return off
