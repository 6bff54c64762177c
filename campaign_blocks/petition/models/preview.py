"""How staff look at a petition before they save it. What draws it stands one floor up and enters
itself here, because drawing needs the models."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from wagtail.models import PreviewableMixin


@dataclass(frozen=True)
class PreviewMode:
    label: str | Promise
    draw: Callable[[HttpRequest, Any], HttpResponse]


MODES: dict[str, PreviewMode] = {}


class PetitionPreview(PreviewableMixin):
    @property
    def preview_modes(self) -> list[tuple[str, str | Promise]]:
        return [(name, mode.label) for name, mode in MODES.items()]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        mode = MODES.get(mode_name) or next(iter(MODES.values()))
        return mode.draw(request, self)
