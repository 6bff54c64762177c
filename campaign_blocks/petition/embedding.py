"""Whose embed it is: `?p=` names a partner by the short name of the partner's page.

The floor above knows partners' pages; it answers by the hook `register_embed_partner`, a function
from a short name to an organization's id. Without it the organization's own short name counts.
"""

from collections.abc import Callable

from wagtail import hooks

from campaign_blocks.organizations.models import Organization
from campaign_blocks.petition import lookup

LONGEST_SLUG = 80


def partner_by_slug(slug: str) -> lookup.PartnerName | None:
    if not slug or len(slug) > LONGEST_SLUG or "\0" in slug:
        return None
    pk = organization_id(slug)
    return lookup.partner_by_id(pk) if pk else None


def organization_id(slug: str) -> int | None:
    finders: list[Callable[[str], int | None]] = [
        register() for register in hooks.get_hooks("register_embed_partner")
    ]
    if finders:
        return next((pk for find in finders if (pk := find(slug))), None)
    return Organization.objects.filter(slug=slug).values_list("pk", flat=True).first()
