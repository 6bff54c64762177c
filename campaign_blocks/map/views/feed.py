"""New bans and uses as an Atom feed."""

from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from campaign_blocks.kit.caching import mark_public
from campaign_blocks.kit.spreadsheet import CONTROL
from campaign_blocks.map.filters import BadBox, Filters
from campaign_blocks.map.models import Map, Place
from campaign_blocks.map.views.data import map_of, version_tag

NEWEST = 50


class NewPlaces(Feed):
    """Of one map; `state` and `kind` narrow it as on the map."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> tuple[Map, Filters]:
        filters = Filters.read(request.GET)
        return map_of(filters.map), filters

    def title(self, found: tuple[Map, Filters]) -> str:
        return CONTROL.sub("", found[0].title)

    def link(self, found: tuple[Map, Filters]) -> str:
        return f"{settings.BASE_URL}{found[0].get_absolute_url()}"

    def feed_url(self, found: tuple[Map, Filters]) -> str:
        query = found[1].address(partner="", words="")
        return f"{settings.BASE_URL}{reverse('map:feed')}" + (f"?{query}" if query else "")

    def subtitle(self, found: tuple[Map, Filters]) -> str:
        return CONTROL.sub("", found[0].intro)

    def feed_copyright(self, found: tuple[Map, Filters]) -> str:
        credit = (found[0].attribution, found[0].licence)
        return CONTROL.sub("", " ".join(part for part in credit if part))

    def items(self, found: tuple[Map, Filters]) -> Any:
        chosen, filters = found
        places = Place.objects.published().filter(map=chosen).with_kind()
        narrowed = filters.apply(places, chosen.areas)
        return narrowed.order_by("-first_published_at", "-pk")[:NEWEST]

    def item_title(self, place: Place) -> str:
        return CONTROL.sub("", f"{place.kind.label}: {place}")

    def item_description(self, place: Place) -> str:
        facts = [place.get_status_display(), place.since, place.description, place.source]
        return CONTROL.sub("", " · ".join(str(fact) for fact in facts if fact))

    def item_link(self, place: Place) -> str:
        return f"{settings.BASE_URL}{place.get_absolute_url()}"

    def item_guid(self, place: Place) -> str:
        return self.item_link(place)

    def item_pubdate(self, place: Place) -> Any:
        return place.first_published_at or place.updated_at

    def item_updateddate(self, place: Place) -> Any:
        return place.updated_at

    def item_categories(self, place: Place) -> list[str]:
        return [place.kind.slug, place.state or place.country]


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    try:
        Filters.read(request.GET)
    except BadBox as refused:
        return HttpResponseBadRequest(str(refused), content_type="text/plain; charset=utf-8")
    etag = version_tag(request)
    answer = get_conditional_response(request, etag=etag)
    if answer is None:
        answer = NewPlaces()(request)
        answer.headers.pop("Last-Modified", None)
        answer["ETag"] = etag
    return mark_public(answer)
