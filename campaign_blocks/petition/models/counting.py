from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class CountDeltaQuerySet(models.QuerySet["CountDelta"]):
    def ready(self) -> "CountDeltaQuerySet":
        """Those of judged signatures, and corrections that belong to no signature."""
        return self.filter(Q(signature=None) | Q(signature__judged_at__isnull=False))


class CountDelta(models.Model):
    """A change of the count that nobody else has to wait for; the worker adds it up."""

    petition = models.ForeignKey(
        "petition.Petition", on_delete=models.CASCADE, related_name="+", db_index=False
    )
    signature = models.ForeignKey(
        "petition.Signature", null=True, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    amount = models.IntegerField(_("amount"))
    on_paper = models.BooleanField(_("on paper"), default=False, db_default=False)
    created_at = models.DateTimeField(_("created"))

    objects = CountDeltaQuerySet.as_manager()

    class Meta:
        verbose_name = _("count change")
        verbose_name_plural = _("count changes")

    def __str__(self) -> str:
        return f"{self.amount:+d}"


class PetitionCount(models.Model):
    """The public number of a petition and the moment it was true."""

    petition = models.OneToOneField(
        "petition.Petition", on_delete=models.CASCADE, related_name="count", primary_key=True
    )
    confirmed = models.BigIntegerField(_("confirmed"), default=0)
    on_paper = models.BigIntegerField(_("of these on paper"), default=0, db_default=0)
    as_of = models.DateTimeField(_("as of"))

    class Meta:
        verbose_name = _("count")
        verbose_name_plural = _("counts")
        constraints = [
            models.CheckConstraint(name="count_not_negative", condition=Q(confirmed__gte=0))
        ]

    def __str__(self) -> str:
        return str(self.confirmed)
