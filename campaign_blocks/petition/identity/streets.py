"""Street and number as a person writes them; they go to Congress, so nothing else may."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.identity.hidden_characters import (
    refuse_hidden_characters,
    refuse_stacked_marks,
)
from campaign_blocks.petition.identity.names import WEB_ADDRESS

LONGEST_STREET = 100
NOT_IN_A_STREET = re.compile(r"[<>{}\[\]|\\^=$%*:;@_~]|//")  # unlike a name, it may hold a #


def clean_street(value: str) -> str:
    """NFC, single spaces; ValidationError with what to do."""
    wrong = ValidationError(_("Enter your street and number, like 12 Oak Street"), code="invalid")
    if len(value) > LONGEST_STREET:  # before the patterns, which are slow on long lines
        raise wrong
    refuse_hidden_characters(value)
    street = " ".join(unicodedata.normalize("NFC", value).split())
    refuse_stacked_marks(street)
    strange = WEB_ADDRESS.search(street) or NOT_IN_A_STREET.search(street)
    if strange or not any(sign.isalpha() for sign in street):
        raise wrong
    return street
