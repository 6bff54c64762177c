"""What surrounds every page of a site: its name, menu, privacy page and colours."""

from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import caches
from django.http import HttpRequest
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
    key = f"frame:{site.pk}:{request.get_host()}:{versions.fingerprint(request)}"
    frame: SiteFrame | None = caches["bodies"].get(key)
    if frame is None:
        frame = build(request, site)
        caches["bodies"].set(key, frame, SECONDS_KEPT)
    return frame


def build(request: HttpRequest, site: Site) -> SiteFrame:
    chosen = SiteSettings.for_site(site)
    menu = site.root_page.get_children().live().public().in_menu()
    privacy: Page | None = chosen.privacy_page
    return SiteFrame(
        name=chosen.name,
        tagline=chosen.tagline,
        footer_text=chosen.footer_text,
        contact_email=chosen.contact_email,
        home_url=site.root_page.get_url(request) or "/",
        privacy_url=(privacy.get_url(request) or "") if privacy and privacy.live else "",
        nav=tuple((page.title, page.get_url(request) or "") for page in menu),
        colours=(chosen.primary_colour, chosen.background_tint),
    )
