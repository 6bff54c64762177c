"""The site of a request from memory, copied so that no request sees what another did to it."""

from collections.abc import Callable
from copy import copy

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from wagtail.models import Page, Site

from campaign_blocks.kit import versions

SECONDS_KEPT = 300
# Wagtail hangs these on a page object after a look-up; a copy must not carry them.
REMEMBERED = ("specific", "specific_deferred", "localized")


class SiteMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(("/admin/", "/healthz", "/readyz", "/static/", "/media/")):
            request._wagtail_site = self.site(request)  # type: ignore[attr-defined]
        return self.get_response(request)

    def site(self, request: HttpRequest) -> Site | None:
        known = versions.of(request)
        key = f"site:{request.get_host()}:{known['site']}:{known['pages']}"
        found: Site | None = caches["bodies"].get(key)
        if found is None:
            found = Site._find_for_request(request)
            if found is None:
                return None
            caches["bodies"].set(key, found, SECONDS_KEPT)
        return fresh_copy(found)


def fresh_copy(site: Site) -> Site:
    twin = copy(site)
    twin._state = copy(site._state)
    root: Page = copy(site.root_page)
    for name in REMEMBERED:
        root.__dict__.pop(name, None)
    twin._state.fields_cache = {**site._state.fields_cache, "root_page": root}
    return twin
