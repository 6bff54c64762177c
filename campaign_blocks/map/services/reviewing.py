"""Places on their way from review to the map and back."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from campaign_blocks.map.models import Place


@transaction.atomic
def publish_places(*, places: Iterable[Place], user: Any) -> int:
    """How many are on the map now. Nothing goes there without a source."""
    ready = [place for place in places if place.source_url or place.source]
    for place in ready:
        draft = place.get_latest_revision_as_object() if place.latest_revision_id else place
        draft.save_revision(user=user, clean=False).publish(user=user)
    return len(ready)


@transaction.atomic
def withdraw_places(*, places: Iterable[Place], user: Any) -> int:
    shown = [place for place in places if place.live]
    for place in shown:
        place.unpublish(user=user)
    return len(shown)


@transaction.atomic
def mark_checked(*, places: Iterable[Place], user: Any) -> int:
    """On the map and in a draft alike."""
    waiting = [place for place in places if not place.verified]
    name = user.get_full_name() or user.get_username()
    for place in waiting:
        draft = place.get_latest_revision_as_object() if place.latest_revision_id else place
        for version in {id(place): place, id(draft): draft}.values():
            version.verified, version.verified_by = True, name
        place.save(update_fields=["verified", "verified_by", "updated_at"])
        keep_revision(place, draft, user)
    return len(waiting)


def keep_revision(place: Place, draft: Place, user: Any) -> None:
    """What is on the map stays what it was, but for the mark."""
    unpublished = place.has_unpublished_changes
    revision = draft.save_revision(user=user, clean=False)
    if place.live and not unpublished:
        changed = {"live_revision": revision, "has_unpublished_changes": False}
        Place.objects.filter(pk=place.pk).update(**changed)
