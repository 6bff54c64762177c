"""The site of a request from memory, copied so that no request sees what another did to it."""

from collections.abc import Callable
from copy import copy

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

from campaign_blocks.kit import versions

SECONDS_KEPT = 300
SITELESS = ("/admin/", "/healthz", "/readyz", "/static/", "/media/", "/embed.js")
# Wagtail hangs these on a page object after a look-up; a copy must not carry them.
REMEMBERED = ("specific", "specific_deferred", "localized")


class SiteMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not siteless(request):
            site, paths = self.known(request)
            request.__dict__.update(_wagtail_site=site, _wagtail_cached_site_root_paths=paths)
        return self.get_response(request)

    def known(self, request: HttpRequest) -> tuple[Site | None, list[SiteRootPath]]:
        """The site of this request, and the paths of all sites, which every link asks for."""
        facts = versions.of(request)
        key = f"site:{request.get_host()}:{facts['site']}:{facts['pages']}"
        found = caches["bodies"].get(key)
        if found is None:
            found = only_site() or (Site._find_for_request(request), Site.get_site_root_paths())
            caches["bodies"].set(key, found, SECONDS_KEPT)
        site, paths = found
        return (fresh_copy(site) if site else None), paths


def only_site() -> tuple[Site, list[SiteRootPath]] | None:
    """One query, where a single site answers for every host and language: the usual case."""
    sites = list(Site.objects.select_related("root_page__locale")[:2])
    alone = len(sites) == 1 and sites[0].is_default_site
    if not alone or getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return None
    site, root = sites[0], sites[0].root_page
    return site, [
        SiteRootPath(site.pk, root.url_path, site.root_url, root.locale.language_code),
    ]


def siteless(request: HttpRequest) -> bool:
    """Paths that mean the same on every site; a signature is one of the busiest."""
    signing = request.method == "POST" and request.path.endswith("/sign/")
    return signing or request.path.startswith(SITELESS)


def fresh_copy(site: Site) -> Site:
    twin = copy(site)
    twin._state = copy(site._state)
    root: Page = copy(site.root_page)
    for name in REMEMBERED:
        root.__dict__.pop(name, None)
    twin._state.fields_cache = {**site._state.fields_cache, "root_page": root}
    return twin
