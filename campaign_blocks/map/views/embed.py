from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from campaign_blocks.kit.caching import public_page
from campaign_blocks.kit.framing import embeddable
from campaign_blocks.map.views.full import read_map

LISTED = 20


@require_safe
@embeddable
@public_page(seconds=60)
def embed(request: HttpRequest) -> HttpResponse:
    reading = read_map(request, reverse("map:embed"))
    places = reading.places[:LISTED] if reading.filters.are_set else []
    return render(request, "map/embed.html", {"reading": reading, "places": places})
