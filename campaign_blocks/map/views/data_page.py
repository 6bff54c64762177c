from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from campaign_blocks.kit.caching import public_page
from campaign_blocks.kit.doors import Embed
from campaign_blocks.kit.general_blocks.embed import code
from campaign_blocks.map.imports.rows import COLUMNS
from campaign_blocks.map.views.full import read_map

EMBED_HEIGHT = 720


@require_safe
@public_page(seconds=60)
def data_page(request: HttpRequest) -> HttpResponse:
    """The map on other sites, its data and its feed, narrowed as the visitor came."""
    reading = read_map(request, reverse("map:data"))
    query = reading.filters.address(words="")
    path = reverse("map:embed") + (f"?{query}" if query else "")
    shown = Embed("map", reading.map.title, path, height=EMBED_HEIGHT)
    context = {
        "reading": reading,
        "code": code(shown),
        "columns": COLUMNS,
        "base": settings.BASE_URL,
        "frame_path": path,
    }
    return render(request, "map/data.html", context)
