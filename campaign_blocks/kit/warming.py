"""Drawing a page before the first visitor asks: pictures in all sizes are made by the worker."""

from django.conf import settings
from django.http import HttpRequest
from django_tasks import task
from wagtail.models import Page, Site

from campaign_blocks.kit.serving import CampaignPageMixin


@task()
def warm_page(page_id: int) -> None:
    """Renders the published page once, as a visitor would see it; nothing if it is gone."""
    found = Page.objects.filter(pk=page_id, live=True).first()
    page = found.specific if found else None
    if isinstance(page, CampaignPageMixin):
        page.fresh(visitors_request(page), None)


def visitors_request(page: Page) -> HttpRequest:
    request = HttpRequest()
    request.method = "GET"
    request.path = page.get_url() or "/"
    host = settings.BASE_URL.partition("://")[2]
    request.META.update({"HTTP_HOST": host, "SERVER_NAME": host, "SERVER_PORT": "80"})
    request._wagtail_site = page.get_site() or Site.objects.first()  # type: ignore[attr-defined]
    return request
