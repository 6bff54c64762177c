"""A stored letter made ready for its way."""

from django.conf import settings
from django.utils import translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from campaign_blocks.petition.identity.letters import plain
from campaign_blocks.petition.letters.channels import OutgoingLetter, Reach
from campaign_blocks.petition.models import Letter, Signature
from campaign_blocks.petition.thanking import home_of


def outgoing(letter: Letter) -> OutgoingLetter:
    """Reads `signature`, its petition and page, `recipient` and `text`: select them."""
    signature, recipient = letter.signature, letter.recipient
    petition = signature.petition
    with translation.override(settings.LANGUAGE_CODE):
        body = signed(letter.text.body, signature)
    return OutgoingLetter(
        key=key_of(letter),
        subject=letter.text.subject,
        body=body,
        signer_name=signature.name,
        given_name=signature.given_name,
        signer_email=signature.email,
        postal_code=signature.postal_code,
        country=signature.country,
        phone=signature.phone,
        postal_address=letter.postal_address,
        recipient_name=recipient.name,
        recipient_title=recipient.title,
        reach=Reach(email=recipient.email, office=recipient.office),
        campaign=petition.title,
        campaign_id=petition.slug,
        campaign_url=home_of(petition),
        sender_name=petition.mail_from_name,
    )


def key_of(letter: Letter) -> str:
    """32 hexadecimal digits, the same at every attempt: services know a second copy by it."""
    return salted_hmac("petition.letter", str(letter.pk), algorithm="sha256").hexdigest()[:32]


def signed(body: str, signature: Signature) -> str:
    """The words, then who writes and from where: offices answer constituents only."""
    place = " ".join(part for part in (signature.city, signature.postal_code) if part)
    note = _("Sent by the constituent named above through %(address)s. Please answer to them.") % {
        "address": home_of(signature.petition)
    }
    return f"{plain(body)}\n\n{signature.name}\n{place}\n\n-- \n{note}\n"
