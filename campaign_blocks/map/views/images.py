"""Addresses of share images that networks may still hold: each leads to the picture of today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from campaign_blocks.kit.caching import mark_public
from campaign_blocks.map.area_reading import area_or_404
from campaign_blocks.map.models import Place
from campaign_blocks.map.pictures.finding import area_key, picture_address, place_key


@require_safe
def place_image(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    found = get_object_or_404(Place.objects.published().select_related("map"), pk=pk)
    return mark_public(redirect(picture_address(place_key(found), found.map)))


@require_safe
def state_image(request: HttpRequest, state: str, name: str) -> HttpResponse:
    area = area_or_404(request, state)
    return mark_public(redirect(picture_address(area_key(area.map, area.code), area.map)))
