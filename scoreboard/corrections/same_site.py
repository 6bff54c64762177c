from urllib.parse import urlsplit

from django.http import HttpRequest


def is_ours(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site sent the form; browsers can't be made to
    lie about it. Old ones say nothing: then the token in the form decides alone."""
    origin = request.headers.get("Origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.get_host()
    return request.headers.get("Sec-Fetch-Site") in (None, "same-origin", "none")
