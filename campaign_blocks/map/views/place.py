from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from campaign_blocks.kit.caching import public_page
from campaign_blocks.map.models import Place
from campaign_blocks.map.place_reading import place_context


@require_safe
@public_page(seconds=60)
def place(request: HttpRequest, pk: int) -> HttpResponse:
    places = Place.objects.published().select_related("map", "kind", "image")
    found = get_object_or_404(places, pk=pk)
    return render(request, "map/place.html", place_context(found))
