"""Share images. Whoever asks for an old one is led to the new one."""

from collections.abc import Callable

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from campaign_blocks.map.area_reading import area_or_404
from campaign_blocks.map.models import Place
from campaign_blocks.map.share_image import draw_area, draw_place, place_image_name

FOREVER = "public, max-age=31536000, immutable"
KEPT_FOR = 7 * 24 * 60 * 60


@require_safe
def place_image(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    places = Place.objects.published().select_related("map", "kind")
    found = get_object_or_404(places, pk=pk)
    right = place_image_name(found)
    if name != right:
        return redirect("map:place_image", pk=pk, name=right)
    return picture(f"map:{right}", lambda: draw_place(found))


@require_safe
def state_image(request: HttpRequest, state: str, name: str) -> HttpResponse:
    area = area_or_404(request, state)
    right = area.image_name
    if name != right:
        return redirect(area.image_path)
    return picture(f"map:{right}", lambda: draw_area(area.words, area.map.areas, area.code))


def picture(key: str, draw: Callable[[], bytes]) -> HttpResponse:
    """Drawn once: the name says all that is drawn."""
    kept: bytes | None = caches["renditions"].get(key)
    if kept is None:
        kept = draw()
        caches["renditions"].set(key, kept, KEPT_FOR)
    response = HttpResponse(kept, content_type="image/png")
    response["Cache-Control"] = FOREVER
    return response
