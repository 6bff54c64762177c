from django.db import models
from django.utils.translation import gettext_lazy as _


class FindingKind(models.TextChoices):
    NETWORK = "network", _("Networks")
    DOMAIN = "domain", _("Mail domains")
    PLACE = "place", _("Places above their share")
    BURST = "burst", _("Busiest minutes")
    REASON = "reason", _("Why signatures are held")


class DeskLook(models.Model):
    """One look of the worker at the signatures of the last 24 hours."""

    started_at = models.DateTimeField()
    # Empty until every part of it is there.
    made_at = models.DateTimeField(_("made"), null=True)
    signatures = models.PositiveIntegerField(_("signatures"))

    class Meta:
        verbose_name = _("look at new signatures")
        verbose_name_plural = _("looks at new signatures")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.started_at)


class DeskFinding(models.Model):
    """One row of the fraud desk. `criteria` lead to the signatures that it is about."""

    look = models.ForeignKey(DeskLook, on_delete=models.CASCADE, related_name="findings")
    # None: over all petitions.
    petition = models.ForeignKey(
        "petition.Petition", null=True, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    kind = models.CharField(_("what"), max_length=8, choices=FindingKind)
    label = models.CharField(_("name"), max_length=255)
    amount = models.PositiveIntegerField(_("signatures"))
    held = models.PositiveIntegerField(_("held"))
    # How many times its share; only of places.
    times = models.FloatField(_("times its share"), null=True)
    criteria = models.JSONField()

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        default_permissions = ()
        indexes = [
            models.Index(fields=["look", "petition", "kind", "-amount"], name="finding_of_desk")
        ]

    def __str__(self) -> str:
        return self.label
