"""What a request says, once it has been found readable."""

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParserError
from django.utils import translation

from campaign_blocks.petition.client_address import address_block, client_address
from campaign_blocks.petition.form_token import FormToken
from campaign_blocks.petition.forms import SignatureForm
from campaign_blocks.petition.services.sign import Origin, Signer
from campaign_blocks.petition.sources import source_of

MOST_FIELDS = 60
LARGEST_BODY = 128 * 1024


class Unreadable(Exception):
    def __init__(self, status: int) -> None:
        self.status = status


def read_post(request: HttpRequest) -> QueryDict:
    """The fields of a form; Unreadable with 413 when it is too big, 400 when it is no form."""
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        raise Unreadable(400) from None
    if length > LARGEST_BODY:
        raise Unreadable(413)
    try:
        data = request.POST
    except RequestDataTooBig:
        raise Unreadable(413) from None
    except (SuspiciousOperation, BadRequest, MultiPartParserError, UnicodeError):
        raise Unreadable(400) from None
    if len(data) > MOST_FIELDS or request.FILES:
        raise Unreadable(400)
    return data


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
