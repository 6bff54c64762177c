from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import PreviewableMixin

from scoreboard.models.bill import Bill
from scoreboard.positions import Position


class ScriptSet(PreviewableMixin, Bill):
    """The bill as whoever writes its texts sees it: with a preview for each stance."""

    # Set while it is only looked at: then nothing is refused.
    is_rehearsed = False

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = _("scripts of a bill")
        verbose_name_plural = _("scripts")

    def clean(self) -> None:
        if not self.is_rehearsed:
            super().clean()

    @property
    def preview_modes(self) -> list[tuple[str, str | Promise]]:
        return [(position.value, position.label) for position in Position]

    @property
    def default_preview_mode(self) -> str:
        return Position.NOT_SPONSORING.value

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "scoreboard/script_preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        # Imported here because what is said needs the models.
        from scoreboard.rehearsal import rehearse

        position = mode_name if mode_name in Position.values else self.default_preview_mode
        return {"rehearsal": rehearse(self, position), "object": self}
