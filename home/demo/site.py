"""The site itself: its address, name and look, the campaign page, and two pages of prose."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from home.demo.prose import PAGES, PRIVACY, Prose
from home.demo.records import Records
from home.demo.sections import campaign_page
from home.models import HomePage, SiteSettings, StandardPage

SLUG = "ban-facial-recognition"
TITLE = "Ban facial recognition"
DESCRIPTION = (
    "Facial recognition is unreliable, unjust, and a threat to basic rights and safety. "
    "Sign the petition, see where it is used, and tell Congress to ban it."
)
WELCOME = "Welcome to your new Wagtail site!"


def demo_home() -> HomePage | None:
    found: HomePage | None = HomePage.objects.filter(slug=SLUG, depth=2).first()
    return found


@transaction.atomic
def build_site(records: Records) -> None:
    home = demo_home() or _home(records)
    records.page_id = home.pk
    for prose in PAGES:
        if not home.get_children().filter(slug=prose.slug).exists():
            _standard_page(home, prose, records)
    if Site.objects.filter(root_page=home).exists():
        return
    site = _site(home)
    _settings(site, home)
    records.note(f"site {site.hostname}")


def _home(records: Records) -> HomePage:
    root = Page.objects.get(depth=1)
    home = HomePage(
        title=TITLE,
        slug=SLUG,
        body=campaign_page(records),
        search_description=DESCRIPTION,
        share_image_id=records.images["opening"],
        locale=Locale.get_active(),
    )
    root.add_child(instance=home)
    home.save_revision().publish()
    records.note(f"page {home.title}")
    return home


def _standard_page(home: HomePage, prose: Prose, records: Records) -> None:
    text = {"type": "text", "value": {"text": prose.html.strip(), "width": "reading"}}
    page = StandardPage(
        title=prose.title,
        slug=prose.slug,
        search_description=prose.summary,
        show_in_menus=prose.in_menu,
        body=[text],
        locale=home.locale,
    )
    home.add_child(instance=page)
    page.save_revision().publish()
    records.note(f"page {page.title}")


def _site(home: HomePage) -> Site:
    """Takes over the site that Wagtail begins with, and removes its page of welcome."""
    parts = urlsplit(settings.BASE_URL)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname = parts.hostname or "localhost"
    site.port = parts.port or (443 if parts.scheme == "https" else 80)
    site.site_name = TITLE
    site.root_page = home
    site.save()
    for page in Page.objects.filter(depth=2, title=WELCOME).exclude(pk=home.pk):
        page.delete()
    return site


def _settings(site: Site, home: HomePage) -> None:
    chosen = SiteSettings.for_site(site)
    chosen.name = "Ban Facial Recognition"
    chosen.tagline = "We need an all-out ban."
    chosen.footer_text = (
        "A demonstration, rebuilt from the campaign page of 2020. The organizations named took "
        "part then; they do not run this site."
    )
    chosen.contact_email = "campaign@example.org"
    chosen.privacy_page = home.get_children().get(slug=PRIVACY.slug)
    chosen.map_in_menu = chosen.scoreboard_in_menu = True
    chosen.save()
