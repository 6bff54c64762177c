"""Nothing of a visitor stays longer than it is needed."""

from datetime import timedelta

from django.utils import timezone

from campaign_blocks.map.models import Report, ReportState

ADDRESS_KEPT = timedelta(days=180)
REFUSED_KEPT = timedelta(days=90)
REFUSED = (ReportState.DISMISSED, ReportState.SUSPECT)


def forget_old() -> int:
    """Addresses that waited half a year for a place to be published, and reports that led nowhere.

    Answers 0: what is left over can wait for the next round.
    """
    now = timezone.now()
    Report.objects.filter(state__in=REFUSED, created_at__lt=now - REFUSED_KEPT).delete()
    old = Report.objects.filter(created_at__lt=now - ADDRESS_KEPT).exclude(email="")
    old.update(email="")
    return 0
