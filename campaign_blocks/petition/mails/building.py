"""One outbox row becomes one mail. It holds no word that a visitor typed.

Anybody can type anybody's address: until its owner has answered, a name or a message in the mail
would be a stranger's words in our envelope.
"""

from email.utils import formataddr, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import salted_hmac

from campaign_blocks.petition.models import MailToken, OutboxMessage, Petition, Signature
from campaign_blocks.petition.models.choices import MailKind, SignatureState, TokenPurpose
from campaign_blocks.petition.thanking import home_of

NEEDED = {
    MailKind.CONFIRM: (SignatureState.PENDING,),
    MailKind.THANKS: (SignatureState.CONFIRMED,),
    MailKind.ALREADY_SIGNED: (SignatureState.PENDING, SignatureState.CONFIRMED),
}


def is_needed(message: OutboxMessage) -> bool:
    """A mail may have lost its reason between queue and worker."""
    signature = message.signature
    return bool(signature.email) and signature.state in NEEDED[MailKind(message.kind)]


def build(message: OutboxMessage) -> EmailMultiAlternatives:
    """Makes the mail's links valid by storing their digests."""
    signature = message.signature
    tokens, links = links_for(signature)
    MailToken.objects.bulk_create(tokens)
    with translation.override(signature.language or settings.LANGUAGE_CODE):
        context = {"petition": signature.petition, "base_url": settings.BASE_URL, **links}
        folder = f"petition/mail/{message.kind}"
        subject = render_to_string(f"{folder}_subject.txt", context)
        mail = EmailMultiAlternatives(
            subject=" ".join(subject.split()),
            body=render_to_string(f"{folder}.txt", context),
            from_email=sender(signature.petition),
            to=[signature.email],
            headers=headers(message, links["unsubscribe_url"]),
        )
        mail.attach_alternative(render_to_string(f"{folder}.html", context), "text/html")
    return mail


def links_for(signature: Signature) -> tuple[list[MailToken], dict[str, str]]:
    unsubscribe, raw = MailToken.make(signature.pk, TokenPurpose.UNSUBSCRIBE)
    home = home_of(signature.petition)
    links = {
        "unsubscribe_url": address("petition:unsubscribe", raw),
        "home_url": home,
        "share_url": f"{home}?s=mail",
        "confirm_url": "",
    }
    tokens = [unsubscribe]
    if signature.state == SignatureState.PENDING:
        confirm, raw = MailToken.make(signature.pk, TokenPurpose.CONFIRM)
        tokens.append(confirm)
        links["confirm_url"] = address("petition:confirm", raw)
    return tokens, links


def address(name: str, raw: str) -> str:
    return f"{settings.BASE_URL}{reverse(name, args=[raw])}"


def sender(petition: Petition) -> str:
    name, mailbox = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((petition.mail_from_name or name, mailbox))


def headers(message: OutboxMessage, unsubscribe_url: str) -> dict[str, str]:
    """The Message-ID comes from the row: a mail sent twice is recognised as one."""
    digest = salted_hmac("petition.message", str(message.pk), algorithm="sha256").hexdigest()[:32]
    return {
        "Message-ID": f"<{digest}@{urlsplit(settings.BASE_URL).hostname}>",
        "List-Unsubscribe": f"<{unsubscribe_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
