"""What editors should know of petitions when they come in."""

from datetime import timedelta

from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from campaign_blocks.petition.admin.permissions import user_can_export, user_can_read_numbers
from campaign_blocks.petition.exports.asking import AT_ONCE
from campaign_blocks.petition.models import AuditRun, CountDrift, ExportLog, Petition
from campaign_blocks.petition.models.exports import ExportEvent

RECENT = timedelta(days=7)
LATE_AUDIT = timedelta(hours=26)
MOST = 8
LARGEST_FIRST = Coalesce("count__confirmed", 0).desc()


def render_panel(request: HttpRequest) -> SafeString:
    """The largest petitions, and what an audit or a large export should make somebody look at."""
    if not user_can_read_numbers(request.user):
        return SafeString("")
    since = timezone.now() - RECENT
    latest = AuditRun.objects.exclude(finished_at=None).order_by("-day").first()
    context = {
        "petitions": Petition.objects.select_related("count").order_by(LARGEST_FIRST, "title")[
            :MOST
        ],
        "drifts": CountDrift.objects.filter(found_at__gte=since).select_related("petition")[:MOST],
        "audit": latest,
        "audit_is_late": latest is not None
        and latest.finished_at is not None
        and timezone.now() - latest.finished_at > LATE_AUDIT,
        "exports": large_exports(since) if user_can_export(request.user) else [],
    }
    template = "petition/admin/numbers/dashboard.html"
    return SafeString(render_to_string(template, context, request=request))


def large_exports(since: object) -> list[ExportLog]:
    """More than 10,000 rows in one file: everybody who may export sees who took them."""
    made = ExportLog.objects.filter(event=ExportEvent.MADE, rows__gt=AT_ONCE)
    return list(made.filter(created_at__gte=since)[:MOST])
