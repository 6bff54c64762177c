"""What a signer may write to lawmakers: plain text, no mail tricks, no advertising."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.identity.hidden_characters import (
    refuse_hidden_characters,
    refuse_stacked_marks,
)

LONGEST_LETTER = 10_000
MOST_LINES = 300
LONGEST_COMMENT = 1_000
MOST_COMMENT_LINES = 30
MOST_LINKS = 2
LINK = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
UNBROKEN = re.compile(r"\S{200,}")
# A line of one dot ends an SMTP message; the others open a new part or a new mail.
MAIL_LINE = re.compile(
    r"^(?:\.|--\S{8,}|From \S+@\S+.*|(?:Content-\S+|MIME-Version|Bcc|Cc|To):.*)$",
    re.MULTILINE | re.IGNORECASE,
)


def plain(value: str) -> str:
    """Unix line ends, NFC, nothing around it: the form in which letters are compared and kept."""
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text).strip()


def clean_letter(value: str) -> str:
    """ValidationError with what to do."""
    return clean_prose(value, longest=LONGEST_LETTER, lines=MOST_LINES)


def clean_comment(value: str) -> str:
    """ValidationError with what to do."""
    return clean_prose(value, longest=LONGEST_COMMENT, lines=MOST_COMMENT_LINES)


def clean_prose(value: str, *, longest: int, lines: int) -> str:
    text = plain(value)
    if len(text) > longest or text.count("\n") > lines:
        raise ValidationError(
            _("Shorten your message to %(limit)d characters and %(lines)d lines."),
            code="too_long",
            params={"limit": longest, "lines": lines},
        )
    refuse_hidden_characters(text, allow="\n\t")
    refuse_stacked_marks(text)
    if len(LINK.findall(text)) > MOST_LINKS:
        raise ValidationError(_("Use at most two web addresses in your message."), code="links")
    if UNBROKEN.search(text) or MAIL_LINE.search(text):
        raise ValidationError(
            _("Write your message in plain sentences, without mail headers or code."),
            code="not_prose",
        )
    return text
