"""Looking at a file before it is imported: what it would do is kept until somebody decides."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from campaign_blocks.map.models import ImportRun, ImportState, Map
from campaign_blocks.map.services.importing import Plan, carry_out, plan_import

SHOWN = 100
KEPT = timedelta(days=2)


class NotWaiting(Exception):
    """It was imported or thrown away already."""


def preview_import(
    *, map: Map, file_name: str, text: str, keep_lookalikes: bool, user: Any
) -> ImportRun:
    """Raises ImportRefused with every fault; then nothing is kept. Old previews go."""
    plan = plan_import(map=map, text=text, keep_lookalikes=keep_lookalikes)
    old = ImportRun.objects.filter(state=ImportState.PREVIEW, created_at__lt=timezone.now() - KEPT)
    old.delete()
    return ImportRun.objects.create(
        map=map,
        file_name=file_name[:255],
        content=text,
        keep_lookalikes=keep_lookalikes,
        created=len(plan.created),
        updated=len(plan.updated),
        unchanged=plan.unchanged,
        journal=summary(plan),
        made_by=user,
    )


@transaction.atomic
def confirm_import(*, run: ImportRun) -> ImportRun:
    """Compares once more: an editor may have changed places since the preview."""
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.state != ImportState.PREVIEW:
        raise NotWaiting
    plan = plan_import(map=run.map, text=run.content, keep_lookalikes=run.keep_lookalikes)
    return carry_out(run=run, plan=plan)


def summary(plan: Plan) -> dict[str, Any]:
    """Plain data for the page."""
    return {
        "new": [[str(place), place.kind.label, place.live] for place in plan.created[:SHOWN]],
        "changed": [
            [str(one.place), ", ".join(sorted(one.fields))] for one in plan.updated[:SHOWN]
        ],
        "notes": [str(note) for note in plan.notes[:SHOWN]],
        "more_notes": max(len(plan.notes) - SHOWN, 0),
        "lookalikes": plan.lookalikes,
        "skipped": sorted(plan.skipped.items()),
    }
