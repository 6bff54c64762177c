"""Petitions and organizations as signing needs them, kept for five seconds in this process."""

from dataclasses import dataclass

from campaign_blocks.organizations.models import Organization
from campaign_blocks.petition.memory import Memory
from campaign_blocks.petition.models import Petition

SECONDS = 5.0


@dataclass(frozen=True)
class PartnerName:
    """What the second consent needs to know of an organization."""

    pk: int
    name: str
    privacy_url: str = ""


def find_by_slug(slug: str) -> Petition | None:
    return Petition.objects.select_related("page").filter(slug=slug).first()


def find_by_id(pk: int) -> Petition | None:
    return Petition.objects.filter(pk=pk).first()


def find_partner(pk: int) -> PartnerName | None:
    row = Organization.objects.filter(pk=pk).values_list("pk", "name", "privacy_url").first()
    return PartnerName(*row) if row else None


petition_by_slug: Memory[str, Petition | None] = Memory(find_by_slug, SECONDS)
petition_by_id: Memory[int, Petition | None] = Memory(find_by_id, SECONDS)
partner_by_id: Memory[int, PartnerName | None] = Memory(find_partner, SECONDS)


def forget_all() -> None:
    petition_by_slug.forget()
    petition_by_id.forget()
    partner_by_id.forget()
