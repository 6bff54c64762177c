"""What the page of one place shows."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from campaign_blocks.kit.sharing import Sharing, sharing
from campaign_blocks.map.locator import locate
from campaign_blocks.map.models import HOME, Place
from campaign_blocks.map.pictures.finding import picture_address, place_key

NEAR = 5


def place_context(place: Place) -> dict[str, Any]:
    """Also for a draft in the preview, which has no number yet."""
    point = place.point
    address = settings.BASE_URL + place.get_absolute_url() if place.pk else ""
    return {
        "place": place,
        "locator": locate(point) if point and place.country == HOME else None,
        "permalink": address,
        "sharing": sharing_of(place, address) if address else None,
        "og_image": picture_address(place_key(place), place.map) if place.pk else "",
        "near": neighbours(place),
        "area_address": area_address(place),
    }


def sharing_of(place: Place, address: str) -> Sharing:
    return sharing(url=address, title=str(place), text=f"{place}: {place.kind.label}")


def neighbours(place: Place) -> list[Place]:
    """A few others of the same state or country."""
    field = place.map.areas.field
    others = Place.objects.published().filter(map=place.map).exclude(pk=place.pk).with_kind()
    return list(others.in_area(field, getattr(place, field)).order_by("-start_date", "pk")[:NEAR])


def area_address(place: Place) -> str:
    code = getattr(place, place.map.areas.field)
    if code not in place.map.areas.names:
        return ""
    return f"{reverse('map:state', args=[code.lower()])}?map={place.map.slug}"
