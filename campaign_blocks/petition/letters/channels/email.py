"""Letters by e-mail: From is ours, so that our mail server's DKIM signature is aligned; Reply-To is
the signer's, so that the office answers her. No header is made of anything else she typed."""

from email.utils import formataddr, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.letters.channels.base import (
    Channel,
    InDoubt,
    OutgoingLetter,
    Reach,
    Refused,
    Unreachable,
)
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.letter_choices import LetterChannel
from campaign_blocks.petition.services import outlet as line

TOO_MANY = 429


class EmailChannel(Channel):
    name = LetterChannel.EMAIL

    def missing(self) -> str | Promise:
        if not parseaddr(settings.DEFAULT_FROM_EMAIL)[1]:
            return _("Set DEFAULT_FROM_EMAIL and EMAIL_URL: no sender, no letters by e-mail.")
        return ""

    def allowed_by(self, petition: Petition) -> bool:
        return petition.letter_by_mail

    def reaches(self, reach: Reach) -> bool:
        return bool(reach.email)

    def send(self, letter: OutgoingLetter) -> None:
        """A line of its own for each letter: an old one may have died in the meantime."""
        try:
            validate_email(letter.reach.email)
        except ValidationError as error:
            raise Refused("no mail address", for_good=True) from error
        outlet = line.Outlet()
        try:
            outlet.open()
            hand_over(outlet, build(letter))
        except line.Unreachable as error:
            raise Unreachable(str(error)) from error
        finally:
            outlet.close()


def hand_over(outlet: line.Outlet, message: EmailMessage) -> None:
    """Of a mail server we know in which step it failed; of every other way only its own word."""
    try:
        outlet.send(message)
    except line.Refused as error:
        broke = isinstance(error, line.Broken) and not isinstance(outlet.backend, EmailBackend)
        if error.in_doubt or broke:
            raise InDoubt(error.words) from error
        raise Refused(error.words, for_good=error.for_good) from error
    except line.Unreachable:
        raise
    except Exception as error:  # a mail service's own kind
        status = getattr(error, "status_code", None)
        if status is not None and 400 <= status < 500:
            words = f"{type(error).__name__} {status}"
            raise Refused(words, for_good=status != TOO_MANY) from error
        raise InDoubt(type(error).__name__) from error


def build(letter: OutgoingLetter) -> EmailMessage:
    """One recipient, ours to choose; plain text; the Message-ID comes from the letter."""
    name, mailbox = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return EmailMessage(
        subject=one_line(letter.subject),
        body=letter.body,
        from_email=formataddr((one_line(letter.sender_name or name), mailbox)),
        to=[formataddr((one_line(letter.recipient_name), letter.reach.email))],
        reply_to=[formataddr((one_line(letter.signer_name), letter.signer_email))],
        headers={"Message-ID": f"<letter.{letter.key}@{urlsplit(settings.BASE_URL).hostname}>"},
    )


def one_line(words: str) -> str:
    """No control character and no line end survives on the way into a header."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
