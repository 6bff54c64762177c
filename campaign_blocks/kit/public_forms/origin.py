"""Where a POST came from, in place of a CSRF cookie: the browser's own word about the sending page.

A public form sets no cookie and its page is cached for everybody, so there is no secret to compare.
Browsers name the sending site in Origin and Sec-Fetch-Site, and no page can forge either.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def may_post(request: HttpRequest, *, from_embed: bool) -> bool:
    """`from_embed`: the form token is valid and was made for an embed.

    With neither header (old clients) the form token decides alone: the caller demands it anyway.
    """
    origin = request.META.get("HTTP_ORIGIN")
    if origin == "null":
        # A sandboxed frame has no origin of its own.
        return from_embed
    if origin is not None:
        return is_ours(origin, request)
    site = request.META.get("HTTP_SEC_FETCH_SITE")
    return site in (None, "same-origin", "none")


def is_ours(address: str, request: HttpRequest) -> bool:
    """Whether an origin, or the origin part of a Referer, is this site. An http page of an https
    site is not: somebody on the way could have written it."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    ours = urlsplit(settings.BASE_URL)
    if (parts.scheme, parts.netloc) == (ours.scheme, ours.netloc):
        return True
    schemes = {"https"} if request.is_secure() else {"https", "http"}
    return parts.scheme in schemes and parts.netloc == request.get_host()
