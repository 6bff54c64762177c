"""The life of a batch: uploaded, checked, confirmed by staff, imported, and undone."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from campaign_blocks.petition import consent_texts
from campaign_blocks.petition.models import PaperBatch, PaperRow, Petition, Signature
from campaign_blocks.petition.models.choices import SignatureState
from campaign_blocks.petition.models.paper import PaperState
from campaign_blocks.petition.models.signature import SignatureQuerySet
from campaign_blocks.petition.paper.checking import AT_ONCE, Checked, check
from campaign_blocks.petition.paper.importing import count_paper
from campaign_blocks.petition.services.remove import remove_signatures

WAITING = (PaperState.UPLOADED, PaperState.CHECKED, PaperState.REFUSED)


def upload(
    *, petition: Petition, body: bytes, file_name: str, note: str, words: str, by: Any
) -> PaperBatch:
    """Nothing of it counts before somebody has seen what it would do."""
    return PaperBatch.objects.create(
        petition=petition,
        state=PaperState.UPLOADED,
        body=body,
        file_name=file_name[:120],
        note=note,
        consent_words=words or sheet_words(petition),
        language="en",
        created_by=by,
    )


def sheet_words(petition: Petition) -> str:
    """What the printed sheet asks, unless staff say that theirs asked something else."""
    return consent_texts.campaign_words(petition)[0]


def check_batch(batch: PaperBatch) -> PaperBatch:
    return keep_report(batch, check(batch.petition, bytes(batch.body or b"")))


def keep_report(batch: PaperBatch, found: Checked) -> PaperBatch:
    """Unless somebody dropped it meanwhile, or lines were taken out of it (paper/forgetting.py):
    then it is checked anew. A file with faults is not needed any more."""
    uploaded = PaperBatch.objects.filter(
        pk=batch.pk, state=PaperState.UPLOADED, report=batch.report
    )
    batch.report = {**batch.report, **found.as_data()}
    batch.state = PaperState.REFUSED if found.problems else PaperState.CHECKED
    file = {"body": None} if found.problems else {}
    uploaded.update(report=batch.report, state=batch.state, **file)
    return batch


@transaction.atomic
def add_unnamed(*, petition: Petition, number: int, note: str, by: Any) -> PaperBatch:
    """Sheets that stay in the office: a number, where they are, and who says so."""
    now = timezone.now()
    count_paper(petition, number)
    return PaperBatch.objects.create(
        petition=petition,
        state=PaperState.DONE,
        unnamed=number,
        note=note,
        created_by=by,
        created_at=now,
        finished_at=now,
    )


def start(batch: PaperBatch) -> bool:
    """The worker takes it from here."""
    checked = PaperBatch.objects.filter(pk=batch.pk, state=PaperState.CHECKED)
    return bool(checked.update(state=PaperState.IMPORTING))


def drop(batch: PaperBatch) -> bool:
    waiting = PaperBatch.objects.filter(pk=batch.pk, state__in=WAITING)
    return bool(waiting.update(state=PaperState.DROPPED, body=None))


@transaction.atomic
def undo(batch: PaperBatch, by: Any) -> bool:
    """A bare number goes at once; names go with the worker, and the count with them."""
    done = PaperBatch.objects.filter(pk=batch.pk, state=PaperState.DONE)
    if not done.update(state=PaperState.UNDOING, undone_by=by):
        return False
    if batch.unnamed:
        count_paper(batch.petition, -batch.unnamed)
        PaperBatch.objects.filter(pk=batch.pk).update(state=PaperState.UNDONE)
    return True


@transaction.atomic
def take_back_some(batch_id: int) -> bool:
    """Removes the next signatures of the batch; False when none is left."""
    batch = PaperBatch.objects.select_for_update().get(pk=batch_id)
    if batch.state != PaperState.UNDOING:
        return False
    rows = PaperRow.objects.filter(batch=batch).order_by("line")[:AT_ONCE]
    ids = list(rows.values_list("signature_id", flat=True))
    found = Signature.objects.filter(pk__in=ids)
    batch.removed += remove_signatures(rows=found)
    batch.removed += forget_erased(batch.petition, found)
    if len(ids) < AT_ONCE:
        batch.state = PaperState.UNDONE
    batch.save(update_fields=["removed", "state"])
    return len(ids) == AT_ONCE


def forget_erased(petition: Petition, found: SignatureQuerySet) -> int:
    """Rows that name nobody any more stay where people are removed; here they go as well."""
    erased = found.filter(state=SignatureState.ERASED)
    gone = list(erased.values_list("pk", flat=True))
    Signature.objects.filter(pk__in=gone).delete()
    count_paper(petition, -len(gone))
    return len(gone)
