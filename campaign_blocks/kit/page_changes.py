from typing import Any

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from campaign_blocks.kit.versions import bump, bump_on_save
from campaign_blocks.kit.warming import warm_page


def page_changed(**kwargs: Any) -> None:
    bump("pages")


def page_wants_warming(instance: Page, **kwargs: Any) -> None:
    warm_page.enqueue(instance.pk)


def watch_pages() -> None:
    """Menus, links and routes hang on other pages: any published change refreshes all of them."""
    for signal in (page_published, page_unpublished, post_page_move, page_slug_changed):
        signal.connect(page_changed, dispatch_uid="kit-page-changed")
    page_published.connect(page_wants_warming, dispatch_uid="kit-page-wants-warming")
    bump_on_save(Site, family="site")
    bump_on_save(get_image_model(), get_document_model(), family="files")
