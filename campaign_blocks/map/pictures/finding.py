"""Which picture stands beside a link now; the generic one until the worker has drawn its own."""

from django.conf import settings
from django.templatetags.static import static

from campaign_blocks.map.models import Map, MapImage, Place


def place_key(place: Place) -> str:
    return f"place-{place.pk}"


def area_key(map: Map, code: str) -> str:
    return f"state-{map.pk}-{code.lower()}"


def picture_address(key: str, map: Map) -> str:
    image = MapImage.objects.filter(key=key).first()
    return image.url if image else generic_address(map)


def generic_address(map: Map) -> str:
    address = static(f"map/share/{map.areas.name}.png")
    return f"{settings.BASE_URL}{address}" if address.startswith("/") else address
