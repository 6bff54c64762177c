"""How a section shows a record's form: which page and partner it signs for, which ids it uses."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from campaign_blocks.kit import overlay as overlays
from campaign_blocks.kit import versions
from campaign_blocks.petition import lookup, switches
from campaign_blocks.petition.form_token import FormToken
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.panel import (
    MAIN_FORM,
    SignPanel,
    default_form_id,
    partner_of,
    sign_panel,
)

FORM_SECTIONS = ("opening_petition", "petition")


def panel_for(
    petition: Petition | None, context: Mapping[str, Any], heading: str = ""
) -> SignPanel | None:
    """None for a section whose petition is not chosen yet."""
    if petition is None:
        return None
    overlay, page = overlays.current(context), context.get("page")
    token = FormToken(
        petition_id=petition.pk or 0,
        page_id=getattr(page, "pk", None) or 0,
        partner_id=overlay.organization_id if overlay else 0,
    )
    return sign_panel(
        petition=petition,
        token=token,
        partner=partner_of(overlay),
        form_id=form_id(petition, context),
        heading=heading,
        signing_paused=is_paused(petition, context),
        organizations=asking(petition, context),
    )


def asking(petition: Petition, context: Mapping[str, Any]) -> tuple[lookup.PartnerName, ...]:
    """Most petitions have none, and their row says so."""
    if not getattr(petition, "others_ask", True):
        return ()
    return lookup.asking(petition.pk, version_of(context))


def version_of(context: Mapping[str, Any]) -> str:
    request = context.get("request")
    known = versions.of(request) if request else {}
    return known.get("petitions", "") + known.get("organizations", "")


def is_paused(petition: Petition, context: Mapping[str, Any]) -> bool:
    if petition.pk is None or not petition.is_open:
        return False
    known: bool | None = getattr(petition, "signing_waits", None)
    if known is not None:
        return known
    return switches.paused_in(switches.SIGNING, context.get("request"))


def form_id(petition: Petition, context: Mapping[str, Any]) -> str:
    """The first petition form of a page is #sign; every other one has an id of its own."""
    if petition.is_signup:
        return default_form_id(petition)
    sections = context.get("sections") or ()
    first = next((child.id for child in sections if child.block_type in FORM_SECTIONS), None)
    block_id = context.get("block_id")
    return MAIN_FORM if block_id == first or not block_id else f"{MAIN_FORM}-{block_id}"


def sample(**values: Any) -> Petition:
    """A petition that is in no database, for previews of sections."""
    return Petition(slug="sample", show_from=0, created_at=timezone.now(), **values)
