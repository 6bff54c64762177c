"""How many signatures came through each partner: counted rows, a minute old at most."""

from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Count

from campaign_blocks.partners.models import PartnerPage
from campaign_blocks.petition.models import Signature

KEY = "partners.numbers"
SECONDS = 60


@dataclass(frozen=True)
class PartnerNumber:
    name: str
    path: str
    signatures: int
    active: bool


def signatures_by_partner() -> dict[tuple[int, int], int]:
    """Counted signatures by (organization, petition), in one query over the table."""
    found: dict[tuple[int, int], int] | None = cache.get(KEY)
    if found is None:
        rows = (
            Signature.objects.counted()
            .exclude(partner=None)
            .values_list("partner_id", "petition_id")
            .annotate(signatures=Count("pk"))
        )
        found = {(partner, petition): number for partner, petition, number in rows}
        cache.set(KEY, found, SECONDS)
    return found


def partner_numbers() -> list[PartnerNumber]:
    """By name, not by rank: a coalition is no league table."""
    counted = signatures_by_partner()
    return [
        PartnerNumber(
            name=partner.partner_name,
            path=partner.get_absolute_url(),
            signatures=counted.get((partner.organization_id, partner.petition_id), 0),
            active=partner.active,
        )
        for partner in PartnerPage.objects.select_related("organization")
    ]
