"""The fields of the sign form with the words, hints and browser help that belong to each."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.forms.country_select import CountrySelect
from campaign_blocks.petition.identity.addresses import clean_address
from campaign_blocks.petition.identity.letters import clean_letter, plain
from campaign_blocks.petition.identity.names import LONGEST_NAME, clean_name


class NameField(forms.CharField):
    def __init__(self) -> None:
        super().__init__(
            label=_("Full name"),
            strip=True,
            widget=forms.TextInput(attrs={"autocomplete": "name", "maxlength": str(LONGEST_NAME)}),
            error_messages={"required": _("Enter your name")},
        )

    def clean(self, value: Any) -> str:
        return clean_name(super().clean(value))


class AddressField(forms.CharField):
    def __init__(self) -> None:
        super().__init__(
            label=_("Email address"),
            widget=forms.EmailInput(
                attrs={
                    "autocomplete": "email",
                    "inputmode": "email",
                    "autocapitalize": "none",
                    "spellcheck": "false",
                }
            ),
            error_messages={"required": _("Enter your email address")},
        )

    def clean(self, value: Any) -> str:
        return clean_address(super().clean(value))


class PostalCodeField(forms.CharField):
    """Judged by the form, which knows the country; never longer than any country's code."""

    def __init__(self) -> None:
        super().__init__(
            label=_("ZIP code"),
            required=True,
            max_length=20,
            help_text=_(
                "So we can tell your lawmakers how many constituents signed. "
                "We never ask for your street."
            ),
            widget=forms.TextInput(
                attrs={
                    "autocomplete": "postal-code",
                    "inputmode": "numeric",
                    "size": "10",
                    "class": "input--short",
                }
            ),
            error_messages={
                "required": _("Enter your ZIP code"),
                "max_length": _("Enter a ZIP code like 02139 or 02139-4307"),
            },
        )

    def validate(self, value: Any) -> None:
        """Emptiness is the form's to judge, by country."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class LetterField(forms.CharField):
    def __init__(self, *, initial: str) -> None:
        super().__init__(
            label=_("Your message to lawmakers"),
            required=False,
            initial=initial,
            widget=forms.Textarea(attrs={"rows": "8"}),
        )

    def clean(self, value: Any) -> str:
        """Empty when it was left as proposed: a million rows need no copy of it."""
        letter = super().clean(value)
        return "" if plain(letter) == plain(self.initial) else clean_letter(letter)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return plain(initial or "") != plain(data or "")


def country_field() -> forms.CharField:
    """A CharField, not a ChoiceField: a POST is not compared with 240 choices one by one."""
    return forms.CharField(
        label=_("Country"),
        required=False,
        help_text=_("Leave your ZIP code empty, or enter your own postal code."),
        widget=CountrySelect(attrs={"autocomplete": "country"}),
    )
