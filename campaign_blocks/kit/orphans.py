"""Orphans: stored sections whose type no installed plugin provides."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import JSONField, Model, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from wagtail.models import Revision

from campaign_blocks.kit.fields import CampaignStreamField
from campaign_blocks.kit.progress import Steps, Tick, unseen
from campaign_blocks.kit.registry import campaign_blocks
from campaign_blocks.kit.stream_migrations import campaign_streams

CHUNK = 200


@dataclass(frozen=True, order=True, kw_only=True)
class Orphan:
    """`where` names the model, `pk` the row, `type` the block; counts are of sections."""

    where: str
    pk: str
    type: str
    title: str
    live: int
    revisions: int


def orphans(tick: Tick = unseen) -> list[Orphan]:
    """Every row that has orphans in itself or in any of its revisions, sorted."""
    known = set(campaign_blocks())
    streams = list(campaign_streams(apps))
    models = {model for model, _ in streams}
    rows = {model: model._base_manager.count() + revisions_of(model).count() for model in models}
    steps = Steps(tick, sum(rows[model] for model, _ in streams))
    return sorted(
        orphan for model, field in streams for orphan in orphans_of(model, field, known, steps)
    )


def orphans_of(
    model: type[Model], field: CampaignStreamField, known: set[str], steps: Steps
) -> Iterator[Orphan]:
    live = counted(steps.follow(stored_rows(model, field)), known)
    revisions = counted(steps.follow(stored_revisions(model, field)), known)
    keys = {pk for pk, _ in live | revisions}
    titles = {
        str(row.pk): str(row) for row in model._base_manager.defer(field.name).filter(pk__in=keys)
    }
    for pk, block_type in live | revisions:
        yield Orphan(
            where=model._meta.label,
            pk=pk,
            type=block_type,
            title=titles.get(pk, ""),
            live=live[pk, block_type],
            revisions=revisions[pk, block_type],
        )


def counted(
    streams: Iterable[tuple[Any, list[dict[str, Any]]]], known: set[str]
) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for pk, items in streams:
        found.update((str(pk), item["type"]) for item in items if item["type"] not in known)
    return found


def stored_rows(
    model: type[Model], field: CampaignStreamField
) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    """As stored: read through the field, an orphan would already be wrapped in its stand-in."""
    rows = model._base_manager.annotate(stored=Cast(field.name, JSONField()))
    for pk, items in rows.values_list("pk", "stored").iterator(chunk_size=CHUNK):
        yield pk, items or []


def revisions_of(model: type[Model]) -> QuerySet[Revision]:
    kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
    return Revision.objects.filter(content_type=kind)


def stored_revisions(
    model: type[Model], field: CampaignStreamField
) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    rows = revisions_of(model).annotate(stored=KeyTextTransform(field.name, "content"))
    for pk, text in rows.values_list("object_id", "stored").iterator(chunk_size=CHUNK):
        yield pk, json.loads(text) if text else []
