from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from home.frame import frame_of


def site_frame(request: HttpRequest) -> dict[str, Any]:
    """`frame` (name, menu, privacy page, colours), looked up only where a template uses it."""
    return {
        "frame": SimpleLazyObject(lambda: frame_of(request)),
        "base_url": settings.BASE_URL,
        "canonical_url": settings.BASE_URL + request.path,
    }
