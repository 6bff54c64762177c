from django.db import models
from django.utils.translation import gettext_lazy as _


class RetentionRun(models.Model):
    """What one night's clearing did; staff see when the last one was."""

    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"), null=True)
    unconfirmed = models.PositiveIntegerField(_("never confirmed, deleted"), default=0)
    held = models.PositiveIntegerField(_("held, deleted"), default=0)
    reduced = models.PositiveIntegerField(_("emptied after the end"), default=0)

    class Meta:
        verbose_name = _("clearing")
        verbose_name_plural = _("clearings")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"
