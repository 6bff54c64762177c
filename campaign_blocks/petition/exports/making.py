"""The worker's part: files of many signatures, a piece at a time, and their end after a day."""

import gzip
import secrets
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from campaign_blocks.petition.exports.alert import tell_second_person
from campaign_blocks.petition.exports.asking import log_export
from campaign_blocks.petition.exports.choosing import Choice, chosen
from campaign_blocks.petition.exports.writing import Workbook, batches, csv_bytes, csv_head
from campaign_blocks.petition.models import Export, ExportChunk
from campaign_blocks.petition.models.exports import (
    LIFE,
    ExportEvent,
    ExportFormat,
    ExportState,
)

OPEN = (ExportState.QUEUED, ExportState.MAKING)
PIECE = 512 * 1024
LARGEST_MARK = 2**62


class Making:
    """One piece a run, so that mail and counting go on beside it."""

    def __init__(self) -> None:
        self.book: Iterator[None] = iter(())

    def run(self) -> int:
        for _step in self.book:
            return 1
        export = Export.objects.filter(state__in=OPEN).order_by("created_at").first()
        if export is None:
            return 0
        if export.state == ExportState.QUEUED:
            begin(export)
        elif export.format == ExportFormat.XLSX:
            self.book = make_book(export)
        else:
            add_piece(export.pk)
        return 1


def begin(export: Export) -> None:
    """Whoever wins tells the second person; a loser does nothing."""
    queued = Export.objects.filter(pk=export.pk, state=ExportState.QUEUED)
    if queued.update(state=ExportState.MAKING):
        tell_second_person(export)


@transaction.atomic
def add_piece(pk: UUID) -> None:
    """Rows and the place to go on from, together: after a crash no row is missing or twice."""
    export = Export.objects.select_for_update().get(pk=pk)
    if export.state != ExportState.MAKING:
        return
    rows = chosen(Choice.from_data(export.filter))
    last, some = next(batches(rows, after=export.next_pk, last=export.last_pk), (0, []))
    body = (b"" if export.next_pk else csv_head(export.format)) + csv_bytes(some)
    if some or not export.next_pk:
        keep(export, body)
    export.rows += len(some)
    export.next_pk = last or export.last_pk
    if not some or last >= export.last_pk:
        finish(export)
    export.save()


def keep(export: Export, body: bytes) -> None:
    number = export.chunks.aggregate(last=Max("number"))["last"]
    number = 0 if number is None else number + 1
    ExportChunk.objects.create(export=export, number=number, body=gzip.compress(body, 6))


def finish(export: Export) -> None:
    export.state, export.made_at = ExportState.READY, timezone.now()
    log_export(export, ExportEvent.MADE)


def make_book(export: Export) -> Iterator[None]:
    """A workbook can not be gone on with: after a crash it is begun anew. So it is when somebody
    was erased meanwhile, whose name is in what this worker remembers: then the mark is gone."""
    mark = mark_of(export)
    book, rows = Workbook(), 0
    choice = Choice.from_data(export.filter)
    for _last, some in batches(chosen(choice), last=export.last_pk):
        book.add(some)
        rows += len(some)
        yield
    body = book.bytes()
    with transaction.atomic():
        export = Export.objects.select_for_update().get(pk=export.pk)
        if export.state == ExportState.MAKING and export.next_pk == mark:
            for start in range(0, len(body), PIECE):
                keep(export, body[start : start + PIECE])
            export.rows = rows
            finish(export)
            export.save()


def mark_of(export: Export) -> int:
    """Of the present attempt at a workbook, in the place that a CSV file has for its next row. Two
    workers at one workbook share it: whoever is first may finish."""
    fresh = Export.objects.filter(pk=export.pk, next_pk=0)
    fresh.update(next_pk=secrets.randbelow(LARGEST_MARK) + 1)
    return Export.objects.values_list("next_pk", flat=True).get(pk=export.pk)


def discard_old() -> int:
    """What nobody fetched within a day, and what was fetched."""
    before = timezone.now() - LIFE
    ready = Export.objects.filter(state=ExportState.READY, made_at__lt=before)
    stuck = Export.objects.filter(state__in=OPEN, created_at__lt=before - timedelta(days=1))
    fetched = Export.objects.filter(state=ExportState.FETCHED, chunks__isnull=False)
    old_fetched = fetched.filter(made_at__lt=before).distinct()
    found = [*ready, *stuck, *old_fetched]
    for export in found:
        discard(export)
    return len(found)


@transaction.atomic
def discard(export: Export) -> None:
    ExportChunk.objects.filter(export=export).delete()
    Export.objects.filter(pk=export.pk).update(state=ExportState.GONE)
    log_export(export, ExportEvent.DELETED)


@transaction.atomic
def forget_files() -> int:
    """Somebody was erased: finished files may hold her and go; those being made begin anew, and
    those that wait do not begin before this is done.

    First those, because one of them may be finished at this moment: it is then found finished.
    """
    begun = Export.objects.filter(state__in=OPEN)
    begun.update(next_pk=0, rows=0)
    ExportChunk.objects.filter(export__in=begun).delete()
    held = Export.objects.filter(state__in=[ExportState.READY, ExportState.FETCHED])
    held = held.filter(chunks__isnull=False).distinct()
    found = list(held)
    for export in found:
        discard(export)
    return len(found)
