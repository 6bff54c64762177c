"""Which share link brought a visitor: the code after ?s= of the page's own address."""

import re
from urllib.parse import parse_qs, urlsplit

from django.http import HttpRequest

from campaign_blocks.kit.public_forms.origin import is_ours
from campaign_blocks.petition.form_token import FormToken

CODE = re.compile(r"[A-Za-z0-9_-]{1,40}")


def source_of(request: HttpRequest, token: FormToken) -> str:
    """From the hidden field (filled by script), the Referer of our own page, or the token."""
    referer = request.META.get("HTTP_REFERER", "")
    candidates = [request.POST.get("s", ""), code_in(referer, request), token.source]
    return next((code for code in candidates if CODE.fullmatch(code)), "")


def code_in(referer: str, request: HttpRequest) -> str:
    if not referer or not is_ours(referer, request):
        return ""
    return parse_qs(urlsplit(referer).query).get("s", [""])[0]


def clean_code(value: str) -> str:
    return value if CODE.fullmatch(value) else ""
