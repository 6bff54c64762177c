"""A city as a person writes it; it may stand in public, so nothing else may."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.identity.hidden_characters import (
    refuse_hidden_characters,
    refuse_stacked_marks,
)
from campaign_blocks.petition.identity.names import NOT_IN_A_NAME, WEB_ADDRESS

LONGEST_CITY = 80
NOT_IN_A_CITY = re.compile(rf"{NOT_IN_A_NAME.pattern}|:|//")


def clean_city(value: str) -> str:
    """NFC, single spaces; ValidationError with what to do."""
    wrong = ValidationError(_("Enter the name of your city, like Oakland"), code="invalid")
    if len(value) > LONGEST_CITY:  # before the patterns, which are slow on long lines
        raise wrong
    refuse_hidden_characters(value)
    city = " ".join(unicodedata.normalize("NFC", value).split())
    refuse_stacked_marks(city)
    strange = WEB_ADDRESS.search(city) or NOT_IN_A_CITY.search(city)
    if strange or not any(sign.isalpha() for sign in city):
        raise wrong
    return city
