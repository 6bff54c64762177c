from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaign_blocks.kit.crispy import QuickHelper, SubmitButton, Trap
from campaign_blocks.kit.public_forms import token as tokens
from scoreboard.models import CorrectionSubject, Legislator

LONGEST = 1000
SHORTEST = 2  # seconds: nobody writes faster what is wrong


def token_for(person: Legislator) -> tokens.PublicToken:
    return tokens.PublicToken(purpose=f"scoreboard.correction:{person.pk}")


class CorrectionForm(forms.Form):
    """Asks for nothing about the visitor."""

    use_required_attribute = False
    subject = forms.ChoiceField(
        label=_("What is it about?"),
        choices=CorrectionSubject.choices,
        initial=CorrectionSubject.STANCE,
    )
    words = forms.CharField(
        label=_("What is wrong, and what is right?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": _("Say what is wrong."),
            "max_length": _("Say it in 1,000 characters."),
        },
    )
    evidence_url = forms.URLField(
        label=_("Where can we see it?"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("A web address, such as an official page or an article. Speeds it up."),
        error_messages={"invalid": _("Enter a web address such as https://example.org/page.")},
    )
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    form_token = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, person: Legislator, action: str, **kwargs: Any) -> None:
        initial = {"form_token": token_for(person).sign()}
        super().__init__(*args, **{"auto_id": "correct_%s", "initial": initial, **kwargs})
        self.person = person
        helper = self.helper = QuickHelper()
        helper.form_id = "correct"
        helper.form_class = "form"
        helper.form_action = action
        helper.disable_csrf = True  # no cookie; the browser's own word and the token protect
        helper.attrs = {"novalidate": True}
        button = SubmitButton(_("Send to the campaign"), css_class="button")
        helper.layout = Layout(
            "subject", "words", "evidence_url", Trap("website"), "form_token", button
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if message := self._token_problem(data.get("form_token", "")):
            fresh = {**self.data.dict(), "form_token": token_for(self.person).sign()}  # type: ignore[attr-defined]
            self.data = fresh
            raise forms.ValidationError(message)
        return data

    def _token_problem(self, raw: str) -> str:
        token = tokens.read(raw, purpose=token_for(self.person).purpose)
        if token is None:
            return gettext("This form was open for too long. Please send it again.")
        if token.seconds_old < SHORTEST:
            return gettext("That was very quick. Please press the button once more.")
        return ""

    @property
    def is_of_a_machine(self) -> bool:
        return bool(self.cleaned_data.get("website"))
