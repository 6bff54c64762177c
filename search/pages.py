from django.http import HttpRequest
from wagtail.models import Page, Site

from campaign_blocks.kit.doors import SearchHit
from campaign_blocks.kit.searching import search_records

KIND = "pages"


def find_pages(request: HttpRequest, query: str, limit: int) -> list[SearchHit]:
    """Published pages of this site that everybody may read."""
    site = Site.find_for_request(request)
    if site is None:
        return []
    pages = Page.objects.live().public().in_site(site)
    return [
        SearchHit(page.title, url, page.search_description, KIND)
        for page in search_records(pages, query, limit)
        if (url := page.get_url(request, current_site=site))
    ]
