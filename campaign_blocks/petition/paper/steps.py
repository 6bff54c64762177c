"""The worker's part of paper: checking what was uploaded, importing, undoing, forgetting files."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from campaign_blocks.petition.models import PaperBatch
from campaign_blocks.petition.models.paper import PaperState
from campaign_blocks.petition.paper.batches import WAITING, keep_report, take_back_some
from campaign_blocks.petition.paper.checking import check_slowly
from campaign_blocks.petition.paper.importing import Lines, write_some

UPLOAD_LIFE = timedelta(hours=24)
MOVING = (PaperState.UPLOADED, PaperState.IMPORTING, PaperState.UNDOING)


class PaperWork:
    """One piece of one batch a run. What a worker remembers between runs only saves time."""

    def __init__(self) -> None:
        self.lines = Lines()
        self.checking: Iterator[None] = iter(())

    def run(self) -> int:
        for _piece in self.checking:
            return 1
        moving = PaperBatch.objects.filter(state__in=MOVING).order_by("pk")
        batch = moving.select_related("petition").defer("body").first()
        if batch is None:
            return 0
        if batch.state == PaperState.UPLOADED:
            self.checking = check_piecewise(batch)
        elif batch.state == PaperState.IMPORTING:
            write_some(batch.pk, self.lines)
        else:
            take_back_some(batch.pk)
        return 1


def check_piecewise(batch: PaperBatch) -> Iterator[None]:
    keep_report(batch, (yield from check_slowly(batch.petition, bytes(batch.body or b""))))


def forget_uploads() -> int:
    """A file that nobody decided about holds names that nobody needs."""
    old = PaperBatch.objects.filter(state__in=WAITING, created_at__lt=timezone.now() - UPLOAD_LIFE)
    return old.update(state=PaperState.DROPPED, body=None)
