from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from campaign_blocks.kit.caching import public_page
from campaign_blocks.map.filters import BadBox, Filters
from campaign_blocks.map.models import Map
from campaign_blocks.map.reading import MapReading


@require_safe
@public_page(seconds=60)
def full_map(request: HttpRequest) -> HttpResponse:
    reading = read_map(request, reverse("map:full"))
    page = reading.listed(request.GET.get("page"))
    return render(request, "map/full.html", {"reading": reading, "page_obj": page})


def read_map(request: HttpRequest, path: str, target: str = "") -> MapReading:
    """The map that the address asks for. Raises Http404 when there is none."""
    try:
        filters = Filters.read(request.GET)
    except BadBox as refused:
        raise Http404(str(refused)) from refused
    found = Map.objects.all().first_or_named(filters.map)
    if found is None:
        raise Http404("No map")
    return MapReading(found, filters, path, target)
