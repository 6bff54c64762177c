"""Making a map that can be used at once."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from campaign_blocks.kit import versions
from campaign_blocks.map.models import Basemap, Kind, Map

# What a map begins with; editors rename, remove and add.
FIRST_KINDS: Sequence[Mapping[str, Any]] = (
    {
        "slug": "use",
        "label": "In use",
        "singular": "place in use",
        "plural": "places in use",
        "meaning": "in_use",
        "tone": "alarm",
        "shape": "square",
        "sort_order": 10,
        "aliases": "Face Recognition\nFacial Recognition",
    },
    {
        "slug": "ban",
        "label": "Banned",
        "singular": "ban",
        "plural": "bans",
        "meaning": "banned",
        "tone": "support",
        "shape": "dot",
        "sort_order": 20,
    },
    {
        "slug": "moratorium",
        "label": "Paused",
        "singular": "pause",
        "plural": "pauses",
        "meaning": "pending",
        "tone": "support",
        "shape": "ring",
        "sort_order": 30,
    },
    {
        "slug": "regulation",
        "label": "Regulated",
        "singular": "regulation",
        "plural": "regulations",
        "meaning": "regulated",
        "tone": "muted",
        "shape": "diamond",
        "sort_order": 40,
    },
)


@transaction.atomic
def create_map(
    *,
    slug: str,
    title: str,
    intro: str = "",
    basemap: str = Basemap.US_STATES,
    attribution: str = "",
    licence: str = "",
    licence_url: str = "",
    kinds: Sequence[Mapping[str, Any]] = FIRST_KINDS,
) -> Map:
    """The map of that slug with these kinds; made when missing, left alone when present."""
    words = {
        "title": title,
        "intro": intro,
        "basemap": basemap,
        "attribution": attribution,
        "licence": licence,
        "licence_url": licence_url,
    }
    found, created = Map.objects.get_or_create(slug=slug, defaults=words)
    if created:
        Kind.objects.bulk_create(Kind(map=found, **kind) for kind in kinds)
        versions.bump("places")
    return found
