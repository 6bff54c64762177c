from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from campaign_blocks.organizations.models import Organization
from campaign_blocks.petition.exports.choosing import CAMPAIGN, Choice
from campaign_blocks.petition.exports.why import WhyForm
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.choices import SignatureState
from campaign_blocks.petition.models.exports import ExportFormat
from campaign_blocks.petition.sources import CODE

STATES = [one for one in SignatureState.choices if one[0] != SignatureState.ERASED]
FILES = [one for one in ExportFormat.choices if one[0] != ExportFormat.PDF]


class ExportForm(WhyForm):
    """Which and how; and why, at the end."""

    field_order = ("petition", "state", "consent", "partner", "source", "since", "until", "format")

    petition = forms.ModelChoiceField(
        Petition.objects.order_by("title"),
        label=gettext_lazy("Petition"),
        required=False,
        empty_label=gettext_lazy("All petitions"),
    )
    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=[*STATES, ("", gettext_lazy("All states"))],
        required=False,
        initial=SignatureState.CONFIRMED,
    )
    consent = forms.ChoiceField(
        label=gettext_lazy("Who may write to them"),
        required=False,
        help_text=gettext_lazy(
            "Only people whose latest answer is yes. A list for an organization must be "
            "chosen here: its members said yes to that organization alone."
        ),
    )
    partner = forms.ModelChoiceField(
        Organization.objects.order_by("name"),
        label=gettext_lazy("Came by the partner"),
        required=False,
        empty_label=gettext_lazy("Any way"),
        help_text=gettext_lazy("Coming by a partner's page is no consent to hear from it."),
    )
    source = forms.RegexField(
        CODE,
        label=gettext_lazy("Source"),
        required=False,
        strip=True,
        help_text=gettext_lazy("The code after ?s= of the link that they followed."),
    )
    since = forms.DateField(
        label=gettext_lazy("Signed from"), required=False, widget=AdminDateInput
    )
    until = forms.DateField(label=gettext_lazy("until"), required=False, widget=AdminDateInput)
    format = forms.ChoiceField(label=gettext_lazy("File"), choices=FILES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        consent: Any = self.fields["consent"]
        asking = Organization.objects.order_by("name").values_list("pk", "name")
        consent.choices = [
            ("", _("Everybody, whatever they answered")),
            (CAMPAIGN, _("The campaign may")),
            *((str(pk), _("%(name)s may") % {"name": name}) for pk, name in asking),
        ]

    def clean(self) -> dict[str, Any]:
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            self.add_error("until", _("Choose a day after the first one."))
        return self.cleaned_data

    def choice(self) -> Choice:
        data = self.cleaned_data
        return Choice(
            petition=data["petition"].pk if data["petition"] else None,
            state=data["state"],
            since=data["since"].isoformat() if data["since"] else "",
            until=data["until"].isoformat() if data["until"] else "",
            consent=data["consent"],
            source=data["source"],
            partner=data["partner"].pk if data["partner"] else None,
        )
