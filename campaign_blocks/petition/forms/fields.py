"""The fields of the sign form with the words, hints and browser help that belong to each."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.forms.country_select import CountrySelect
from campaign_blocks.petition.identity.addresses import clean_address
from campaign_blocks.petition.identity.cities import LONGEST_CITY, clean_city
from campaign_blocks.petition.identity.letters import (
    LONGEST_COMMENT,
    clean_comment,
    clean_letter,
    plain,
)
from campaign_blocks.petition.identity.names import LONGEST_NAME, clean_name
from campaign_blocks.petition.identity.phones import LONGEST_PHONE

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

LONGEST_FIRST_NAME = 60
LONGEST_LAST_NAME = LONGEST_NAME - LONGEST_FIRST_NAME - 1  # a gap joins them


class NameField(forms.CharField):
    def __init__(
        self,
        *,
        label: "StrPromise | str",
        ask: "StrPromise | str",
        autocomplete: str,
        longest: int,
    ) -> None:
        attrs = {"autocomplete": autocomplete, "maxlength": str(longest)}
        super().__init__(
            label=label,
            strip=True,
            widget=forms.TextInput(attrs=attrs),
            error_messages={"required": ask},
        )
        self.longest = longest

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        if len(typed) > self.longest:
            raise ValidationError(
                _("Enter a name of at most %(limit)d characters."),
                code="too_long",
                params={"limit": self.longest},
            )
        return clean_name(typed) if typed else ""


def full_name_field() -> NameField:
    return NameField(
        label=_("Full name"),
        ask=_("Enter your name"),
        autocomplete="name",
        longest=LONGEST_NAME,
    )


def first_name_field() -> NameField:
    return NameField(
        label=_("First name"),
        ask=_("Enter your first name"),
        autocomplete="given-name",
        longest=LONGEST_FIRST_NAME,
    )


def last_name_field() -> NameField:
    return NameField(
        label=_("Last name"),
        ask=_("Enter your last name"),
        autocomplete="family-name",
        longest=LONGEST_LAST_NAME,
    )


class ShownNameField(NameField):
    """Asked where the name is one field: nobody can tell which of its words is the first name."""

    def __init__(self) -> None:
        super().__init__(
            label=_("First name, as it will be shown"),
            ask=_("Enter your first name"),
            autocomplete="given-name",
            longest=LONGEST_FIRST_NAME,
        )

    def validate(self, value: Any) -> None:
        """Emptiness is judged with the box."""


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


class PhoneField(forms.CharField):
    """Judged by the form, which knows the country."""

    def __init__(self, *, reason: str, required: bool) -> None:
        super().__init__(
            label=_("Phone number"),
            required=required,
            help_text=reason,
            widget=forms.TextInput(
                attrs={
                    "type": "tel",
                    "autocomplete": "tel",
                    "inputmode": "tel",
                    "maxlength": str(LONGEST_PHONE),
                }
            ),
            error_messages={"required": _("Enter your phone number")},
        )


class WrittenField(forms.CharField):
    """Words of a signer; `judge` refuses what is no prose."""

    def __init__(self, judge: Callable[[str], str], *, rows: int, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": str(rows)}), **kwargs)
        self.judge = judge

    def clean(self, value: Any) -> str:
        return self.judge(super().clean(value))


class LetterField(WrittenField):
    def __init__(self, *, initial: str) -> None:
        super().__init__(
            clean_letter,
            rows=8,
            label=_("Your message to lawmakers"),
            required=False,
            initial=initial,
        )

    def clean(self, value: Any) -> str:
        """Empty when it was left as proposed: a million rows need no copy of it."""
        letter = forms.CharField.clean(self, value)
        return "" if plain(letter) == plain(self.initial) else clean_letter(letter)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return plain(initial or "") != plain(data or "")


def comment_field(*, required: bool) -> WrittenField:
    return WrittenField(
        clean_comment,
        rows=4,
        label=_("Why do you sign?"),
        required=required,
        help_text=_("At most %(limit)d characters. The campaign reads it; it is not published.")
        % {"limit": LONGEST_COMMENT},
        error_messages={"required": _("Write why you sign")},
    )


class CityField(forms.CharField):
    """Like the first name to show, needed once the box above it is ticked: the form judges that."""

    def __init__(self) -> None:
        super().__init__(
            label=_("City"),
            widget=forms.TextInput(
                attrs={"autocomplete": "address-level2", "maxlength": str(LONGEST_CITY)}
            ),
        )

    def validate(self, value: Any) -> None:
        """Emptiness is judged with the box."""

    def clean(self, value: Any) -> str:
        city = super().clean(value)
        return clean_city(city) if city else ""


def country_field(home: str) -> forms.CharField:
    """A CharField, not a ChoiceField: a POST is not compared with 240 choices one by one."""
    return forms.CharField(
        label=_("Country"),
        required=False,
        help_text=_("Then leave the postal code empty, or enter your own."),
        widget=CountrySelect(home, attrs={"autocomplete": "country"}),
    )
