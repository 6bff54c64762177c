from typing import Any

from wagtail.models import Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from campaign_blocks.kit.versions import bump, bump_on_save


def page_changed(**kwargs: Any) -> None:
    bump("pages")


def watch_pages() -> None:
    """Menus, links and routes hang on other pages: any published change refreshes all of them."""
    for signal in (page_published, page_unpublished, post_page_move, page_slug_changed):
        signal.connect(page_changed, dispatch_uid="kit-page-changed")
    bump_on_save(Site, family="site")
