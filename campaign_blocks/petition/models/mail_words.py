"""The words in braces that staff may use in mails, and the rule that there are no others.

None stands for anything that a signer typed: most mails go to addresses that nobody has proven yet.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from campaign_blocks.petition.models.choices import MailKind

TOKEN = re.compile(r"\{([^{}]*)\}")

IN_SUBJECTS = ("petition",)
EVERYWHERE = ("petition", "ask", "campaign_link", "share_link", "signature_link")
IN_TEXTS: dict[str, tuple[str, ...]] = {
    MailKind.CONFIRM: ("confirm_link", *EVERYWHERE),
    MailKind.REMINDER: ("confirm_link", *EVERYWHERE),
    MailKind.THANKS: ("letter_link", *EVERYWHERE),
    MailKind.ALREADY_SIGNED: EVERYWHERE,
    MailKind.UPDATE: EVERYWHERE,
}


def tokens_for(kind: str) -> tuple[str, ...]:
    return IN_TEXTS.get(kind, EVERYWHERE)


def check_words(*, kind: str, subject: str, text: str) -> None:
    """Raises a ValidationError that names the unknown word and lists the known ones."""
    errors = {
        "subject": unknown(subject, IN_SUBJECTS),
        "text": unknown(text, tokens_for(kind)),
    }
    found = {field: words for field, words in errors.items() if words}
    if found:
        raise ValidationError(found)


def unknown(words: str, known: tuple[str, ...]) -> list[str]:
    allowed = ", ".join(f"{{{name}}}" for name in known)
    return [
        _("{%(name)s} is not known here. You can use: %(allowed)s.")
        % {"name": name, "allowed": allowed}
        for name in dict.fromkeys(TOKEN.findall(words))
        if name not in known
    ]
