from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.identity.postal_codes import is_needed, wrong_shape
from campaign_blocks.petition.identity.postal_shapes import digits_only
from campaign_blocks.petition.identity.postal_words import words_for


class PostalCodeField(forms.CharField):
    """Judged by the form, which knows the signer's country; this one knows the petition's."""

    def __init__(self, home: str) -> None:
        words = words_for(home)
        super().__init__(
            label=words.label,
            required=is_needed(home),
            max_length=20,
            help_text=_(
                "So we can tell your lawmakers how many constituents signed. "
                "We never ask for your street."
            ),
            widget=forms.TextInput(attrs=attributes(home)),
            error_messages={"max_length": wrong_shape(home).messages[0]},
        )

    def validate(self, value: Any) -> None:
        """Emptiness is the form's to judge, by country."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


def attributes(home: str) -> dict[str, str]:
    found = {"autocomplete": "postal-code", "size": "10", "class": "input--short"}
    if digits_only(home):
        return {**found, "inputmode": "numeric"}
    return {**found, "autocapitalize": "characters", "spellcheck": "false"}
