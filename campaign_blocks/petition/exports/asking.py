"""Asking for an export: logged before anything is made."""

from typing import Any, Protocol

from django.db import transaction
from django.db.models import Max

from campaign_blocks.petition.exports.choosing import Choice, chosen
from campaign_blocks.petition.models import Export, ExportLog
from campaign_blocks.petition.models.exports import ExportEvent, ExportState

AT_ONCE = 10_000  # more than this is made by the worker, and a second person hears of it


class Described(Protocol):
    """What was chosen, in words that name nobody who signed."""

    def as_data(self) -> dict[str, Any]: ...


def how_many(choice: Choice) -> int:
    """Exact up to AT_ONCE; one more stands for "more", so that nobody waits for a million."""
    return chosen(choice)[: AT_ONCE + 1].count()


@transaction.atomic
def ask(*, user: Any, choice: Choice, kind: str, reason: str) -> Export:
    """Queued for the worker."""
    last = chosen(choice).aggregate(last=Max("pk"))["last"] or 0
    export = Export.objects.create(
        user=user, filter=choice.as_data(), format=kind, reason=reason, last_pk=last
    )
    log_export(export, ExportEvent.ASKED)
    return export


@transaction.atomic
def take_at_once(*, user: Any, choice: Described, kind: str, reason: str, rows: int) -> Export:
    """For the file that follows in the same answer."""
    export = Export.objects.create(
        user=user,
        filter=choice.as_data(),
        format=kind,
        reason=reason,
        rows=rows,
        state=ExportState.FETCHED,
    )
    log_export(export, ExportEvent.FETCHED)
    return export


def log_export(export: Export, event: ExportEvent) -> None:
    ExportLog.objects.create(
        export=export.pk,
        event=event,
        user=export.user,
        username=export.user.get_username(),
        filter=export.filter,
        format=export.format,
        rows=export.rows,
        reason=export.reason,
    )
