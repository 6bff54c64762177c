"""Many places written at once, with a journal by which all of it can be taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone
from modelsearch.backends import get_search_backends

from campaign_blocks.kit import versions
from campaign_blocks.map.models import Place

BATCH = 500
Journal = dict[str, dict[str, Any]]
# What imports write; everything else belongs to the editors.
FIELDS = (
    "kind_id",
    "external_id",
    "name",
    "city",
    "state",
    "country",
    "latitude",
    "longitude",
    "precision",
    "status",
    "scope",
    "start_date",
    "start_precision",
    "status_date",
    "status_precision",
    "description",
    "source",
    "source_url",
    "action_url",
    "verified",
    "verified_by",
)


@dataclass
class Change:
    place: Place
    fields: dict[str, Any]


def snapshot(place: Place) -> dict[str, str | None]:
    """Plain texts; None where there is nothing."""
    return {name: as_text(getattr(place, name)) for name in FIELDS}


def column(name: str) -> str:
    """The field that an attribute belongs to."""
    return "kind" if name == "kind_id" else name


def as_text(value: Any) -> str | None:
    """Of 37.8 and 37.800000 the same."""
    if isinstance(value, Decimal):
        value = f"{value:.6f}"
    return None if value is None else str(value)


def fingerprint(place: Place) -> str:
    text = "\0".join(f"{part}" for part in snapshot(place).values())
    return sha256(f"{place.live}\0{text}".encode()).hexdigest()[:16]


@transaction.atomic
def write_places(*, created: list[Place], changes: list[Change]) -> Journal:
    """Created ones first; a changed one keeps its place in review or on the map."""
    now = timezone.now()
    journal: Journal = {"created": {}, "updated": {}}
    for place in created:
        place.first_published_at = place.last_published_at = now if place.live else None
    Place.objects.bulk_create(created, batch_size=BATCH)
    journal["created"] = {str(place.pk): fingerprint(place) for place in created}
    for change in changes:
        before = snapshot(change.place)
        for name, value in change.fields.items():
            setattr(change.place, name, value)
        after = fingerprint(change.place)
        journal["updated"][str(change.place.pk)] = {"before": before, "after": after}
    overwrite([change.place for change in changes])
    announce([*created, *(change.place for change in changes)])
    return journal


def overwrite(places: list[Place]) -> None:
    """What an editor began and has not published stays as a draft."""
    for place in places:
        place.location = str(place.point or "")
        place.updated_at = timezone.now()
    columns = [*(column(name) for name in FIELDS), "location", "updated_at"]
    Place.objects.bulk_update(places, columns, batch_size=BATCH)
    for place in places:
        if place.latest_revision_id and not place.has_unpublished_changes:
            revision = place.save_revision(clean=False, log_action=False)
            if place.live:
                Place.objects.filter(pk=place.pk).update(live_revision=revision)


def announce(places: Iterable[Place]) -> None:
    """Bulk writes send no signal, so the index is told here, after the commit."""
    batch = list(places)
    if not batch:
        return

    def tell() -> None:
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(Place, batch)

    versions.bump("places")
    transaction.on_commit(tell)
