from django.db.models import Count, Q
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from campaign_blocks.map.models import Map


def panel(request: HttpRequest) -> SafeString:
    """How many places each map shows, and how many wait for somebody to check them."""
    maps = Map.objects.annotate(
        shown=Count("places", filter=Q(places__live=True)),
        waiting=Count("places", filter=Q(places__live=False)),
    )
    return SafeString(render_to_string("map/dashboard.html", {"maps": maps}, request=request))
