"""What a request says, once it has been found readable."""

from django.http import HttpRequest
from django.utils import translation

from campaign_blocks.kit.public_forms.clients import client_address
from campaign_blocks.petition.address_blocks import address_block
from campaign_blocks.petition.form_token import FormToken
from campaign_blocks.petition.forms import SignatureForm
from campaign_blocks.petition.services.sign import Origin, Signer
from campaign_blocks.petition.sources import source_of


def signer_of(form: SignatureForm) -> Signer:
    return Signer(**form.signer_facts())


def origin_of(request: HttpRequest, token: FormToken) -> Origin:
    """From token and headers alone: nothing here was typed by a person."""
    return Origin(
        partner_id=token.partner_id or None,
        page_id=token.page_id or None,
        source=source_of(request, token),
        language=translation.get_language() or "en",
        address_block=address_block(client_address(request)),
        seconds_taken=token.seconds_old,
    )
