from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class SharingMiddleware:
    """Shared caches keep what a view declared public, and never a cookie with it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 304:  # it speaks of what the cache already holds
            response.setdefault("Cache-Control", "private")
        if response.get("Cache-Control", "").startswith("public"):
            response.cookies.clear()  # a stale session cookie makes Django delete it everywhere
        return response
