from typing import Any

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from campaign_blocks.organizations.models import Organization
from campaign_blocks.petition.exports.choosing import CAMPAIGN, Choice
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.choices import SignatureState
from campaign_blocks.petition.models.exports import ExportFormat
from campaign_blocks.petition.sources import CODE

FRESH_LOGIN = 15 * 60  # seconds
STATES = [one for one in SignatureState.choices if one[0] != SignatureState.ERASED]


class ExportForm(forms.Form):
    """Which, how, why. Asks for the password again when signing in was a while ago."""

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
    format = forms.ChoiceField(label=gettext_lazy("File"), choices=ExportFormat.choices)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        help_text=gettext_lazy("What the file is for. It stays in the log with your name."),
    )
    password = forms.CharField(
        label=gettext_lazy("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text=gettext_lazy("You signed in a while ago. Show that it is still you."),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        consent: Any = self.fields["consent"]
        asking = Organization.objects.order_by("name").values_list("pk", "name")
        consent.choices = [
            ("", _("Everybody, whatever they answered")),
            (CAMPAIGN, _("The campaign may")),
            *((str(pk), _("%(name)s may") % {"name": name}) for pk, name in asking),
        ]
        if is_fresh(user):
            del self.fields["password"]

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError(_("This is not your password."))
        return password

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


def is_fresh(user: AbstractBaseUser) -> bool:
    """Signed in within the last quarter of an hour."""
    at = user.last_login
    return at is not None and (timezone.now() - at).total_seconds() < FRESH_LOGIN
