"""The places as data. Open to every site: these three answers alone carry CORS *."""

import hashlib
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from campaign_blocks.kit import versions
from campaign_blocks.kit.caching import mark_public
from campaign_blocks.map import export
from campaign_blocks.map.filters import BadBox, Filters
from campaign_blocks.map.models import Map, Place
from campaign_blocks.map.querysets import PlaceQuerySet

Writer = Callable[[PlaceQuerySet, HttpRequest], HttpResponse]


def data_view(writer: Writer) -> Callable[[HttpRequest], HttpResponse]:
    """Filters, answers 304 to a client that has this version, and says who may read it."""

    @require_safe
    @wraps(writer)
    def view(request: HttpRequest) -> HttpResponse:
        try:
            filters = Filters.read(request.GET)
        except BadBox as refused:
            return open_to_all(JsonResponse({"error": str(refused)}, status=400))
        etag = version_tag(request)
        answer = get_conditional_response(request, etag=etag)
        if answer is None:
            answer = writer(filters.apply(places_of(filters.map)), request)
        answer["ETag"] = etag
        return open_to_all(mark_public(answer))

    return view


def version_tag(request: HttpRequest) -> str:
    version = versions.read(["places"])["places"]
    name = f"{version} {request.path} {request.GET.urlencode()}"
    return f'W/"{hashlib.sha256(name.encode()).hexdigest()[:20]}"'


def places_of(slug: str) -> PlaceQuerySet:
    found = Map.objects.all().first_or_named(slug)
    if found is None:
        raise Http404("No map")
    return Place.objects.published().filter(map=found).with_kind()


def open_to_all(response: HttpResponse) -> HttpResponse:
    response["Access-Control-Allow-Origin"] = "*"
    return response


def absolute(path: str) -> str:
    """By our own name for us: answers are kept by caches, and a Host header is anybody's word."""
    return f"{settings.BASE_URL}{path}"


@data_view
def geojson(places: PlaceQuerySet, request: HttpRequest) -> HttpResponse:
    data = export.feature_collection(places, absolute)
    return HttpResponse(export.compact(data), content_type="application/geo+json")


@data_view
def csv(places: PlaceQuerySet, request: HttpRequest) -> HttpResponse:
    text = export.csv_text(places, absolute)
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="places.csv"'
    return response


@data_view
def points(places: PlaceQuerySet, request: HttpRequest) -> HttpResponse:
    return HttpResponse(export.compact(export.columns(places)), content_type="application/json")
