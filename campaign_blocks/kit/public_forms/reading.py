"""The fields of a public POST, once it has been found readable."""

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParserError

MOST_FIELDS = 60
LARGEST_BODY = 128 * 1024


class Unreadable(Exception):
    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def read_post(request: HttpRequest) -> QueryDict:
    """Unreadable with 413 when it is too big, 400 when it is no form."""
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
