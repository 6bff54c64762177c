"""Words that a visitor may send: readable, and without tricks that hide text or break a mail."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
REFUSED_CATEGORIES = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
REPLACEMENT = "\ufffd"  # what undecodable bytes become on the way in
MOST_MARKS_IN_A_ROW = 8


def clean_words(value: str, *, lines: bool = False) -> str:
    """NFC, single spaces within a line; ValidationError with what to do."""
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    refuse_hidden(text, allow="\n\t" if lines else "\t")
    refuse_stacked_marks(text)
    rows = [" ".join(row.split()) for row in text.split("\n")]
    return "\n".join(rows).strip()


def refuse_hidden(value: str, *, allow: str = "") -> None:
    for character in value:
        hidden = character in BIDI_CONTROLS or character == REPLACEMENT
        if character not in allow and (
            hidden or unicodedata.category(character) in REFUSED_CATEGORIES
        ):
            raise ValidationError(
                _("Type this again: it holds characters that can't be shown."), code="hidden"
            )


def refuse_stacked_marks(value: str) -> None:
    """Real scripts stack a few marks on a letter; hundreds only cover the lines around."""
    row = 0
    for character in value:
        row = row + 1 if unicodedata.combining(character) else 0
        if row > MOST_MARKS_IN_A_ROW:
            raise ValidationError(
                _("Type this again with fewer marks on one letter."), code="marks"
            )
