"""What surrounds every page of a site: its name, menu, privacy page and colours."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import caches
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.images.models import AbstractImage
from wagtail.models import Page, Site

from campaign_blocks.kit import versions
from home.models import SiteSettings

SECONDS_KEPT = 300
DEFAULT_COLOURS = ("#C8102E", "#F4EFE6")


@dataclass(frozen=True)
class SiteFrame:
    name: str
    tagline: str
    footer_text: str
    contact_email: str
    home_url: str
    privacy_url: str
    nav: tuple[tuple[str, str], ...]
    colours: tuple[str, str]
    logo: dict[str, str] | None = None

    @property
    def brand_digest(self) -> str:
        """Names the brand stylesheet; empty while the colours are our own."""
        if tuple(colour.upper() for colour in self.colours) == DEFAULT_COLOURS:
            return ""
        return sha256(repr(self.colours).encode()).hexdigest()[:12]


def frame_of(request: HttpRequest) -> SiteFrame | None:
    site = Site.find_for_request(request)
    if site is None:
        return None
    known = versions.of(request)
    key = f"frame:{site.pk}:{known['site']}:{known['pages']}"
    frame: SiteFrame | None = caches["bodies"].get(key)
    if frame is None:
        frame = build(request, site)
        caches["bodies"].set(key, frame, SECONDS_KEPT)
    return frame


def build(request: HttpRequest, site: Site) -> SiteFrame:
    # Not for_site(): it would write a row, and a visitor's GET changes nothing.
    chosen = SiteSettings.objects.filter(site=site).first() or SiteSettings(site=site)
    pages = linked_pages(site, chosen)
    menu = [page for page in pages if page.show_in_menus and page.is_child_of(site.root_page)]
    privacy = next((page for page in pages if page.pk == chosen.privacy_page_id), None)
    return SiteFrame(
        name=chosen.name,
        tagline=chosen.tagline,
        footer_text=chosen.footer_text,
        contact_email=chosen.contact_email,
        home_url=site.root_page.get_url(request) or "/",
        privacy_url=(privacy.get_url(request) or "") if privacy else "",
        nav=(*plugin_links(chosen), *((page.title, page.get_url(request) or "") for page in menu)),
        colours=(chosen.primary_colour, chosen.background_tint),
        logo=drawn(chosen.logo) if chosen.logo else None,
    )


def drawn(logo: AbstractImage) -> dict[str, str] | None:
    """Address and size of the logo, twice as sharp as shown; None while its file is unreadable."""
    try:
        rendition = logo.get_rendition("max-320x88")
    except OSError:
        return None
    size = {"width": str(rendition.width // 2), "height": str(rendition.height // 2)}
    return {"src": rendition.url, **size}


def plugin_links(chosen: SiteSettings) -> Iterator[tuple[str, str]]:
    if chosen.map_in_menu:
        yield gettext("Map"), reverse("map:full")
    if chosen.scoreboard_in_menu:
        yield gettext("Scoreboard"), reverse("scoreboard:list")


def linked_pages(site: Site, chosen: SiteSettings) -> list[Page]:
    """The published pages that anybody may read: those of the menu, and the privacy page."""
    in_menu = Q(show_in_menus=True, depth=site.root_page.depth + 1)
    below = Q(path__startswith=site.root_page.path)
    wanted = Page.objects.live().filter((in_menu & below) | Q(pk=chosen.privacy_page_id))
    public = wanted.filter(view_restrictions__isnull=True).order_by("path")
    return list(public.only("title", "path", "depth", "url_path", "show_in_menus", "locale"))
