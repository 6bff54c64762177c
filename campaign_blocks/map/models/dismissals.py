"""Many suspect reports dismissed at once, kept so that it can be taken back."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Dismissal(models.Model):
    """The reports name it. Their addresses went with it, and do not come back."""

    reason = models.CharField(_("reason"), max_length=300)
    number = models.PositiveIntegerField(_("reports"), default=0)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
    )
    created_at = models.DateTimeField(_("when"), auto_now_add=True)
    restored_at = models.DateTimeField(_("taken back"), null=True, editable=False)

    class Meta:
        verbose_name = _("dismissal of reports")
        verbose_name_plural = _("dismissals of reports")
        default_permissions = ()
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="map_dismissal_has_a_reason"
            )
        ]

    def __str__(self) -> str:
        return self.reason
