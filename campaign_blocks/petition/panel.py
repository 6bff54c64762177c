"""Everything that a sign form on a page needs, gathered in one place and free of queries."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from campaign_blocks.kit.overlay import Overlay
from campaign_blocks.kit.slots import slot
from campaign_blocks.petition.form_token import FormToken
from campaign_blocks.petition.forms import SignatureForm
from campaign_blocks.petition.lookup import PartnerName
from campaign_blocks.petition.models import Petition

MAIN_FORM = "sign"


@dataclass(frozen=True, kw_only=True)
class SignPanel:
    petition: Petition
    form: SignatureForm
    form_id: str
    heading: str
    count: str = ""
    progress: str = ""
    level: int = 2

    @property
    def heading_id(self) -> str:
        return f"{self.form_id}-h"

    @property
    def has_errors(self) -> bool:
        return self.form.is_bound and bool(self.form.errors)


def default_heading(petition: Petition) -> str:
    return _("Sign up") if petition.is_signup else _("Add your name")


def default_form_id(petition: Petition) -> str:
    return f"signup-{petition.slug}" if petition.is_signup else MAIN_FORM


def sign_panel(
    *,
    petition: Petition,
    token: FormToken,
    partner: PartnerName | None = None,
    form_id: str = "",
    heading: str = "",
    form: SignatureForm | None = None,
) -> SignPanel:
    """`form` is a refused one that is shown again; else an empty one whose token is a slot."""
    form_id = form_id or default_form_id(petition)
    shown = form or SignatureForm(
        petition=petition,
        partner=partner,
        form_id=form_id,
        token=slot("petition.token", token.argument()),
    )
    return SignPanel(
        petition=petition,
        form=shown,
        form_id=form_id,
        heading=heading or default_heading(petition),
        count=slot("petition.count", f"{petition.pk or 0}:number"),
        progress=slot("petition.count", f"{petition.pk or 0}:line"),
    )


def partner_of(overlay: Overlay | None) -> PartnerName | None:
    if overlay is None:
        return None
    return PartnerName(overlay.organization_id, overlay.name, overlay.privacy_url)
