"""Everything that a sign form on a page needs, gathered in one place and free of queries."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from campaign_blocks.kit.empty_forms import draw_form
from campaign_blocks.kit.overlay import Overlay
from campaign_blocks.kit.slots import slot
from campaign_blocks.petition import lookup, switches
from campaign_blocks.petition.form_token import FormToken
from campaign_blocks.petition.forms import SignatureForm
from campaign_blocks.petition.lookup import PartnerName
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.paper_sheet import PaperSheet

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
    signing_paused: bool = False
    recent: str = ""

    @property
    def form_waits(self) -> bool:
        """Words in place of the form; what somebody has typed already stays in sight."""
        return self.signing_paused and not self.form.is_bound and self.petition.is_open

    @property
    def heading_id(self) -> str:
        return f"{self.form_id}-h"

    @property
    def paper(self) -> PaperSheet | None:
        """For the printer; the first form of a page alone has one, as long as people can sign."""
        if self.form_id != MAIN_FORM or not self.petition.is_open:
            return None
        return PaperSheet(self.petition, self.form.organizations)

    @property
    def has_errors(self) -> bool:
        return self.form.is_bound and bool(self.form.errors)

    @property
    def form_html(self) -> SafeString:
        """The layout shows the petition's own words and form_id beside the fields."""
        known = [getattr(self.petition, field.attname) for field in Petition._meta.concrete_fields]
        asking = self.form.partner, self.form.organizations
        return draw_form(self.form, self.form_id, known, asking)


def default_heading(petition: Petition) -> str:
    if petition.is_won:
        return _("We won")
    if petition.is_ahead:
        return _("Signing opens soon")
    if petition.is_over:
        return _("Signing has ended")
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
    organizations: Sequence[PartnerName] | None = None,
    signing_paused: bool | None = None,
) -> SignPanel:
    """`form` is a refused one that is shown again; else an empty one whose token is a slot."""
    form_id = form_id or default_form_id(petition)
    shown = form or SignatureForm(
        petition=petition,
        partner=partner,
        organizations=lookup.asking(petition.pk) if organizations is None else organizations,
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
        recent=slot("petition.recent", str(petition.pk or 0)) if petition.ask_public else "",
        signing_paused=(
            switches.paused(switches.SIGNING) if signing_paused is None else signing_paused
        ),
    )


def partner_of(overlay: Overlay | None) -> PartnerName | None:
    if overlay is None:
        return None
    return PartnerName(overlay.organization_id, overlay.name, overlay.privacy_url)
