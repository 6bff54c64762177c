"""The scoreboard's pages for search engines: the list, the states, and everybody in office."""

from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from scoreboard.models import Legislator
from scoreboard.state_links import state_url
from scoreboard.state_page import seated
from scoreboard.states import ALL_STATES


class Entry(NamedTuple):
    url: str
    changed: datetime | None = None


class ScoreboardSitemap(Sitemap[Entry]):
    """Nobody is listed before anybody was imported."""

    limit = 20_000

    def items(self) -> list[Entry]:
        people = Legislator.objects.in_office().order_by("slug")
        rows = list(people.values_list("slug", "updated_at"))
        if not rows:
            return []
        pages = [Entry(reverse("scoreboard:person", args=[slug]), day) for slug, day in rows]
        states = [Entry(state_url(code)) for code in sorted(seated()) if code in ALL_STATES]
        return [Entry(reverse("scoreboard:list")), *states, *pages]

    def location(self, item: Entry) -> str:
        return item.url

    def lastmod(self, item: Entry) -> datetime | None:
        return item.changed

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.BASE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.BASE_URL).netloc
