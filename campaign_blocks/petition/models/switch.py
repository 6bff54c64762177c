from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SwitchName(models.TextChoices):
    SIGNING = "signing", _("Signing")
    MAIL = "mail", _("Mail")
    DELIVERY = "delivery", _("Letters to lawmakers")


class Switch(models.Model):
    """One of the things that staff can pause for everybody, without a deploy. No row: it runs."""

    name = models.CharField(_("what"), max_length=10, choices=SwitchName, unique=True)
    paused = models.BooleanField(_("paused"), default=False)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("changed by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    changed_at = models.DateTimeField(_("changed"))

    class Meta:
        verbose_name = _("switch")
        verbose_name_plural = _("switches")
        default_permissions = ("change",)
        constraints = [
            models.CheckConstraint(
                name="switch_known", condition=models.Q(name__in=SwitchName.values)
            ),
            models.CheckConstraint(
                name="switch_pause_has_reason",
                condition=models.Q(paused=False) | ~models.Q(reason=""),
                violation_error_message=_("Say why: the next person on duty will ask."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_name_display()
