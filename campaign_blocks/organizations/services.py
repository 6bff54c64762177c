"""What the wall needs beforehand, so that no visitor waits for a picture to be drawn."""

from collections.abc import Iterable

from campaign_blocks.organizations.logos import LogoSize, draw, filters
from campaign_blocks.organizations.models import Organization


def draw_logos(*, organization_ids: Iterable[int]) -> int:
    """Makes the missing renditions of every size; returns how many organizations have a logo."""
    every = [one for size in LogoSize for one in filters(size)]
    chosen = Organization.objects.filter(pk__in=organization_ids, logo__isnull=False)
    found = list(chosen.with_logos(every))
    for organization in found:
        for size in LogoSize:
            draw(organization.logo, size)
    return len(found)
