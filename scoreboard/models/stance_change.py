from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from scoreboard.positions import Origin, Position, Role
from scoreboard.querysets import StanceChangeQuerySet


class StanceChange(models.Model):
    """One line of the history of a stance. Lines are added, never altered."""

    bill = models.ForeignKey(
        "scoreboard.Bill", models.CASCADE, related_name="stance_changes", verbose_name=_("bill")
    )
    legislator = models.ForeignKey(
        "scoreboard.Legislator",
        models.CASCADE,
        related_name="stance_changes",
        verbose_name=_("legislator"),
    )
    before = models.CharField(_("before"), max_length=20, choices=Position.choices)
    position = models.CharField(_("stance"), max_length=20, choices=Position.choices)
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)
    evidence_url = models.URLField(_("evidence"), max_length=500, blank=True)
    source = models.CharField(_("source"), max_length=250, blank=True)
    origin = models.CharField(_("entered"), max_length=10, choices=Origin.choices)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("entered by"),
    )
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now, db_index=True)
    told_at = models.DateTimeField(_("staff were told"), null=True, blank=True, editable=False)

    objects = StanceChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-recorded_at", "-pk"]
        verbose_name = _("change of a stance")
        verbose_name_plural = _("changes of stances")
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["bill", "legislator", "-recorded_at"], name="stance_history"),
        ]

    def __str__(self) -> str:
        return f"{self.legislator}: {self.get_before_display()} → {self.get_position_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("The history of a stance is added to, never altered.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("The history of a stance is added to, never altered.")
