from django.db import models
from django.utils.translation import gettext_lazy as _


class ZipDistrict(models.Model):
    """One ZIP code area lies, wholly or partly, in one district of the House."""

    postal_code = models.CharField(_("ZIP code"), max_length=5)
    state = models.CharField(_("state"), max_length=2)
    district = models.PositiveSmallIntegerField(_("district"))

    class Meta:
        ordering = ["postal_code", "state", "district"]
        verbose_name = _("ZIP code and district")
        verbose_name_plural = _("ZIP codes and districts")
        constraints = [
            models.UniqueConstraint(
                fields=["postal_code", "state", "district"], name="zip_district_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.postal_code}: {self.state}-{self.district}"
