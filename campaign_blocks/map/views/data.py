"""The places as data. The GeoJSON and the CSV are open to every site; nothing else is."""

import gzip
import hashlib
from collections.abc import Callable
from functools import wraps
from typing import NamedTuple

from django.conf import settings
from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

from campaign_blocks.kit import versions
from campaign_blocks.kit.caching import mark_public
from campaign_blocks.map import drawn_points, export
from campaign_blocks.map.filters import BadBox, Filters
from campaign_blocks.map.models import Map, Place
from campaign_blocks.map.querysets import PlaceQuerySet

KEPT_FOR = 60 * 60
QUICK = 6  # of gzip's nine steps: a third of the last one's time, a thirtieth more bytes


class Answer(NamedTuple):
    """`write` makes the text of the chosen places of a map."""

    content_type: str
    write: Callable[[Map, PlaceQuerySet], str]
    is_open: bool = True
    file_name: str = ""


def data_view(answer: Answer) -> Callable[[HttpRequest], HttpResponse]:
    """Filters, answers 304 to a client that has this version, and says who may read it."""

    @require_safe
    @wraps(answer.write)
    def view(request: HttpRequest) -> HttpResponse:
        try:
            filters = Filters.read(request.GET)
        except BadBox as refused:
            return dressed(JsonResponse({"error": str(refused)}, status=400), answer)
        etag = version_tag(request)
        response = get_conditional_response(request, etag=etag)
        if response is None:
            response = written(request, answer, filters, etag)
        response["ETag"] = etag
        return mark_public(dressed(response, answer))

    return view


def written(request: HttpRequest, answer: Answer, filters: Filters, etag: str) -> HttpResponse:
    """The whole list is kept packed: that is what the map asks for at every visit."""
    whole = not filters.are_set and not filters.box
    kept = caches["bodies"].get(f"places:{etag}") if whole else None
    if kept is None:
        found = map_of(filters.map)
        places = filters.apply(Place.objects.published().filter(map=found), found.areas)
        text = answer.write(found, places).encode()
        kept = gzip.compress(text, QUICK, mtime=0)
        if whole:
            caches["bodies"].set(f"places:{etag}", kept, KEPT_FOR)
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(kept, content_type=answer.content_type)
        response["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse(gzip.decompress(kept), content_type=answer.content_type)
    if answer.file_name:
        response["Content-Disposition"] = f'attachment; filename="{answer.file_name}"'
    return response


def version_tag(request: HttpRequest) -> str:
    version = versions.read(["places"])["places"]
    name = f"{version} {request.path} {request.GET.urlencode()}"
    return f'W/"{hashlib.sha256(name.encode()).hexdigest()[:20]}"'


def map_of(slug: str) -> Map:
    found = Map.objects.all().first_or_named(slug)
    if found is None:
        raise Http404("No map")
    return found


def dressed(response: HttpResponse, answer: Answer) -> HttpResponse:
    patch_vary_headers(response, ["Accept-Encoding"])
    if answer.is_open:
        response["Access-Control-Allow-Origin"] = "*"
        response["Link"] = f'<{absolute(reverse("map:data"))}>; rel="license describedby"'
    return response


def absolute(path: str) -> str:
    """By our own name for us: answers are kept by caches, and a Host header is anybody's word."""
    return f"{settings.BASE_URL}{path}"


def write_geojson(map: Map, places: PlaceQuerySet) -> str:
    return export.compact(export.feature_collection(map, places, absolute))


def write_csv(map: Map, places: PlaceQuerySet) -> str:
    return export.csv_text(places, absolute)


def write_points(map: Map, places: PlaceQuerySet) -> str:
    return export.compact(drawn_points.points(places, map.areas.field))


geojson = data_view(Answer("application/geo+json", write_geojson))
csv = data_view(Answer("text/csv; charset=utf-8", write_csv, file_name="places.csv"))
points = data_view(Answer("application/geo+json", write_points, is_open=False))
