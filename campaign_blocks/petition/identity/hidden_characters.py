"""Characters nobody types: they hide text, turn it round, or break logs, mails and spreadsheets."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LINE_ENDS = frozenset("\n\r\u2028\u2029\x0b\x0c\x85")
REFUSED_CATEGORIES = frozenset({"Cc", "Cs", "Co", "Cn"})
REPLACEMENT = "\ufffd"  # what undecodable bytes become on the way in
MOST_MARKS_IN_A_ROW = 8


def refuse_hidden_characters(value: str, *, allow: str = "") -> None:
    if value.isprintable() and REPLACEMENT not in value:
        return  # none of those below
    for character in value:
        if character in allow:
            continue
        if (
            character in BIDI_CONTROLS
            or character in LINE_ENDS
            or character == REPLACEMENT
            or unicodedata.category(character) in REFUSED_CATEGORIES
        ):
            raise ValidationError(
                _("Type this again: it holds characters that can't be shown."), code="hidden"
            )


def refuse_stacked_marks(value: str) -> None:
    """Real scripts stack a few marks on a letter; hundreds only cover the lines around."""
    if value.isascii():
        return
    row = 0
    for character in value:
        row = row + 1 if unicodedata.combining(character) else 0
        if row > MOST_MARKS_IN_A_ROW:
            raise ValidationError(
                _("Type this again with fewer marks on one letter."), code="marks"
            )
