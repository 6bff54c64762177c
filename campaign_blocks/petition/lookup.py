"""Petitions and organizations as signing needs them, kept for five seconds in this process."""

from dataclasses import dataclass

from campaign_blocks.organizations.models import Organization
from campaign_blocks.petition.memory import Memory
from campaign_blocks.petition.models import AskingOrganization, Petition

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


def find_asking(wanted: tuple[int, str]) -> tuple[PartnerName, ...]:
    """Organizations that ask signers for consent, in staff's order; none without a privacy policy,
    also where it was taken away later."""
    petition_id, _version = wanted
    rows = AskingOrganization.objects.filter(petition=petition_id).exclude(
        organization__privacy_url=""
    )
    columns = ("organization_id", "organization__name", "organization__privacy_url")
    return tuple(PartnerName(*row) for row in rows.order_by("sort_order").values_list(*columns))


petition_by_slug: Memory[str, Petition | None] = Memory(find_by_slug, SECONDS)
petition_by_id: Memory[int, Petition | None] = Memory(find_by_id, SECONDS)
partner_by_id: Memory[int, PartnerName | None] = Memory(find_partner, SECONDS)
kept_asking: Memory[tuple[int, str], tuple[PartnerName, ...]] = Memory(find_asking, SECONDS)


def asking(petition_id: int | None, version: str = "") -> tuple[PartnerName, ...]:
    """A page that is kept under a version of the records names it, so that no older answer of this
    process gets into it."""
    return kept_asking((petition_id, version)) if petition_id else ()


def forget_all() -> None:
    petition_by_slug.forget()
    petition_by_id.forget()
    partner_by_id.forget()
    kept_asking.forget()
