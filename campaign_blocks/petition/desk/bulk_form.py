from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from campaign_blocks.petition import criteria as wanted
from campaign_blocks.petition.identity.zip_states import NAMES
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.bulk_action import BulkKind
from campaign_blocks.petition.models.choices import SignatureState
from campaign_blocks.petition.models.suspicion import Suspicion

ANY = [("", _("Any"))]
STATES = [
    (state.value, state.label)
    for state in SignatureState
    if state not in (SignatureState.ERASED, SignatureState.EXPIRED)
]


class BulkForm(forms.Form):
    """What to do, with which signatures, and why. Everything is counted before anything changes."""

    kind = forms.ChoiceField(
        label=_("What"),
        choices=BulkKind.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "Held signatures wait and do not count; invalidated ones are struck off. Restore gives "
            "both back."
        ),
    )
    petition = forms.ModelChoiceField(
        Petition.objects.order_by("title"),
        label=_("Petition"),
        required=False,
        empty_label=_("Any"),
    )
    domain = forms.CharField(
        label=_("Mail domain"), required=False, help_text=_("What stands behind the @.")
    )
    since = forms.DateTimeField(label=_("Signed from"), required=False, widget=AdminDateTimeInput)
    until = forms.DateTimeField(label=_("Signed before"), required=False, widget=AdminDateTimeInput)
    country = forms.CharField(
        label=_("Country"),
        required=False,
        max_length=2,
        help_text=_("Two letters, such as US or CA."),
    )
    us_state = forms.ChoiceField(
        label=_("US state"), required=False, choices=ANY + list(NAMES.items())
    )
    source = forms.CharField(
        label=_("Source"), required=False, help_text=_("The code of the link that people followed.")
    )
    suspect_for = forms.ChoiceField(
        label=_("Suspect for"), required=False, choices=ANY + Suspicion.choices
    )
    state = forms.ChoiceField(
        label=_("State of the signature"), required=False, choices=ANY + STATES
    )
    address = forms.CharField(required=False, widget=forms.HiddenInput, max_length=32)
    reason = forms.CharField(
        label=_("Why"),
        max_length=300,
        help_text=_("One sentence. It stays in the log, and may be read in court."),
    )

    def clean_address(self) -> str:
        digest = str(self.cleaned_data["address"])
        try:
            bytes.fromhex(digest)
        except ValueError as error:
            raise ValidationError(_("Choose the network at the fraud desk.")) from error
        return digest

    def clean_country(self) -> str:
        return str(self.cleaned_data["country"]).upper()

    def clean(self) -> dict[str, Any]:
        if not self.errors and wanted.is_empty(self.criteria()):
            self.add_error(
                None,
                _(
                    "Choose at least one thing to filter by. Without a filter this would change "
                    "every signature of every petition."
                ),
            )
        return self.cleaned_data

    def criteria(self) -> dict[str, Any]:
        facts = {name: self.cleaned_data.get(name) for name in (*wanted.NARROWING, "state")}
        petition = facts["petition"]
        return wanted.cleaned({**facts, "petition": petition.pk if petition else None})

    @property
    def filters(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name not in ("kind", "reason")]

    @property
    def network(self) -> str:
        """What is said of a network that came from the desk: it can't be typed."""
        return wanted.short(str(self["address"].value() or ""))
