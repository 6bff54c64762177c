"""One outbox row becomes one mail. It holds no word that a visitor typed.

Anybody can type anybody's address: until its owner has answered, a name or a message in the mail
would be a stranger's words in our envelope.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import formataddr, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import translation
from django.utils.crypto import salted_hmac

from campaign_blocks.petition.mails.composing import Composed, compose
from campaign_blocks.petition.mails.links import links_for
from campaign_blocks.petition.models import (
    MailToken,
    OutboxMessage,
    Petition,
    PetitionMail,
    Update,
)
from campaign_blocks.petition.models.choices import MailKind
from campaign_blocks.petition.thanking import home_of


@dataclass(frozen=True)
class Draft:
    """A mail whose links work once its tokens are saved."""

    message: OutboxMessage
    tokens: list[MailToken]
    mail: EmailMultiAlternatives


class Desk:
    """Staff's words and the pages' addresses for the mails of one batch, fetched at once."""

    def __init__(self, messages: Sequence[OutboxMessage]) -> None:
        rows = PetitionMail.objects.filter(
            petition__in={one.signature.petition_id for one in messages}
        )
        self.mails = {(row.petition_id, row.kind): row for row in rows}
        updates = {int(one.target) for one in messages if one.kind == MailKind.UPDATE}
        self.updates = Update.objects.in_bulk(updates) if updates else {}
        self.homes: dict[int, str] = {}

    def home_of(self, petition: Petition) -> str:
        if petition.pk not in self.homes:
            self.homes[petition.pk] = home_of(petition)
        return self.homes[petition.pk]

    def words_for(self, message: OutboxMessage) -> PetitionMail | Update | None:
        if message.kind == MailKind.UPDATE:
            return self.updates[int(message.target)]
        return self.mails.get((message.signature.petition_id, message.kind))

    def draft(self, message: OutboxMessage) -> Draft:
        signature = message.signature
        with translation.override(signature.language or settings.LANGUAGE_CODE):
            home = self.home_of(signature.petition)
            tokens, links = links_for(signature, message.kind, home=home)
            composed = compose(
                kind=message.kind,
                petition=signature.petition,
                links=links,
                own=self.words_for(message),
            )
        mail = as_mail(composed, petition=signature.petition, to=signature.email)
        mail.extra_headers = headers(message, links["unsubscribe_link"].url)
        return Draft(message, tokens, mail)


def as_mail(composed: Composed, *, petition: Petition, to: str) -> EmailMultiAlternatives:
    mail = EmailMultiAlternatives(
        subject=composed.subject, body=composed.text, from_email=sender(petition), to=[to]
    )
    mail.attach_alternative(composed.html, "text/html")
    return mail


def sender(petition: Petition) -> str:
    name, mailbox = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((" ".join(petition.mail_from_name.split()) or name, mailbox))


def headers(message: OutboxMessage, unsubscribe_url: str) -> dict[str, str]:
    """The Message-ID comes from the row: a mail sent twice is recognised as one."""
    digest = salted_hmac("petition.message", str(message.pk), algorithm="sha256").hexdigest()[:32]
    return {
        "Message-ID": f"<{digest}@{urlsplit(settings.BASE_URL).hostname}>",
        "List-Unsubscribe": f"<{unsubscribe_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
