"""The links of a mail. Only their digests are stored; the addresses are in the mail alone."""

from collections.abc import Mapping

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from campaign_blocks.petition.mails.paragraphs import Link
from campaign_blocks.petition.models import MailToken, Petition, Signature
from campaign_blocks.petition.models.choices import MailKind, TokenPurpose
from campaign_blocks.petition.thanking import home_of

VIEWS = {
    TokenPurpose.CONFIRM: "petition:confirm",
    TokenPurpose.UNSUBSCRIBE: "petition:unsubscribe",
    TokenPurpose.MANAGE: "petition:my_signature",
    TokenPurpose.LETTER: "petition:letter",
}
SAMPLE = "sample"


def links_for(
    signature: Signature, kind: str, *, home: str
) -> tuple[list[MailToken], dict[str, Link]]:
    """Unsaved rows, and the links that work once they are saved. `home`: see thanking.home_of."""
    made = {
        purpose: MailToken.make(signature.pk, purpose)
        for purpose in purposes(signature.petition, kind, waits=signature.waits_for_mail)
        if purpose != TokenPurpose.LETTER or letter_is_open(signature)
    }
    raw = {purpose: secret for purpose, (_row, secret) in made.items()}
    return [row for row, _secret in made.values()], named(home, raw)


def sample_links(petition: Petition, kind: str) -> dict[str, Link]:
    """As they would look; they open nothing."""
    waits = kind in (MailKind.CONFIRM, MailKind.REMINDER)
    raw = dict.fromkeys(purposes(petition, kind, waits=waits), SAMPLE)
    return named(home_of(petition), raw)


def purposes(petition: Petition, kind: str, *, waits: bool) -> list[TokenPurpose]:
    wanted = [TokenPurpose.UNSUBSCRIBE, TokenPurpose.MANAGE]
    if waits or kind == MailKind.CONFIRM:
        wanted.append(TokenPurpose.CONFIRM)
    if kind == MailKind.THANKS and offers_letter(petition):
        wanted.append(TokenPurpose.LETTER)
    return wanted


def offers_letter(petition: Petition) -> bool:
    """Where a signature counts at once, the click in this mail gates the letter; where it was
    confirmed, here is the way for those who sent none with that press."""
    return bool(petition.letter_body)


def letter_is_open(signature: Signature) -> bool:
    """Nobody's letter goes twice, so nobody is asked twice."""
    return not (signature.petition.confirm_by_mail and signature.letters.exists())


def named(home: str, raw: Mapping[TokenPurpose, str]) -> dict[str, Link]:
    address = {purpose: address_of(purpose, raw.get(purpose, "")) for purpose in VIEWS}
    return {
        "confirm_link": Link(address[TokenPurpose.CONFIRM], _("Confirm my signature")),
        "letter_link": Link(address[TokenPurpose.LETTER], _("Send my letter to my lawmakers")),
        "signature_link": Link(address[TokenPurpose.MANAGE], _("Your signature")),
        "unsubscribe_link": Link(address[TokenPurpose.UNSUBSCRIBE], _("Stop all emails")),
        "campaign_link": Link(home, _("The campaign page")),
        "share_link": Link(f"{home}?s=mail", _("Open the page to share")),
    }


def address_of(purpose: TokenPurpose, raw: str) -> str:
    return f"{settings.BASE_URL}{reverse(VIEWS[purpose], args=[raw])}" if raw else ""
