"""A name is whatever a person calls herself: letters of any script, one is enough."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.identity.hidden_characters import (
    refuse_hidden_characters,
    refuse_stacked_marks,
)

LONGEST_NAME = 120
ENDINGS = "com|net|org|info|biz|edu|gov|io|ru|cn|xyz|top|shop|site|online|club|link|click|app|dev"
WEB_ADDRESS = re.compile(
    rf"://|\bwww\.|[\w-]{{2,}}\.(?:{ENDINGS})\b|\bdot\s+(?:{ENDINGS})\b", re.IGNORECASE
)
NOT_IN_A_NAME = re.compile(r"[<>{}\[\]|\\^=$%*;#@_~]")


def clean_name(value: str) -> str:
    """NFC, single spaces; ValidationError with what to do."""
    if len(value) > LONGEST_NAME:
        raise ValidationError(
            _("Enter a name of at most %(limit)d characters."),
            code="too_long",
            params={"limit": LONGEST_NAME},
        )
    refuse_hidden_characters(value)
    name = " ".join(unicodedata.normalize("NFC", value).split())
    refuse_stacked_marks(name)
    if WEB_ADDRESS.search(name) or "@" in name:
        raise ValidationError(
            _("Enter your name without a web or email address."), code="address_in_name"
        )
    if NOT_IN_A_NAME.search(name):
        raise ValidationError(
            _("Enter your name without signs such as < > { } = or $."), code="signs"
        )
    if not any(character.isalpha() for character in name):
        raise ValidationError(_("Enter your name"), code="required")
    return name
