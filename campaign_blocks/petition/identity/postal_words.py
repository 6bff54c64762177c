"""What a postal code is called in a country, and how one asks for it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


@dataclass(frozen=True)
class PostalWords:
    label: "StrPromise | str"
    ask: "StrPromise | str"
    wrong: "StrPromise | str"
    wrong_without_example: "StrPromise | str"


ZIP_CODE = PostalWords(
    _("ZIP code"),
    _("Enter your ZIP code"),
    _("Enter a ZIP code like %(example)s"),
    _("Enter a ZIP code of your country"),
)
POSTCODE = PostalWords(
    _("Postcode"),
    _("Enter your postcode"),
    _("Enter a postcode like %(example)s"),
    _("Enter a postcode of your country"),
)
EIRCODE = PostalWords(
    _("Eircode"),
    _("Enter your Eircode"),
    _("Enter an Eircode like %(example)s"),
    _("Enter an Eircode"),
)
PIN_CODE = PostalWords(
    _("PIN code"),
    _("Enter your PIN code"),
    _("Enter a PIN code like %(example)s"),
    _("Enter a PIN code of your country"),
)
POSTAL_CODE = PostalWords(
    _("Postal code"),
    _("Enter your postal code"),
    _("Enter a postal code like %(example)s"),
    _("Enter a postal code of your country"),
)
WORDS = {
    **dict.fromkeys(("US", "PH"), ZIP_CODE),
    **dict.fromkeys(("AU", "GB", "GG", "IM", "JE", "MY", "NL", "NZ"), POSTCODE),
    "IE": EIRCODE,
    "IN": PIN_CODE,
}


def words_for(country: str) -> PostalWords:
    return WORDS.get(country, POSTAL_CODE)
