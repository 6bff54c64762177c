from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from scoreboard.channels import dial


class Office(models.Model):
    """An office at home, where constituents can call or walk in."""

    legislator = ParentalKey(
        "scoreboard.Legislator", related_name="offices", verbose_name=_("legislator")
    )
    key = models.CharField(_("key"), max_length=120)
    address = models.CharField(_("address"), max_length=400, blank=True)
    city = models.CharField(_("city"), max_length=80)
    state = models.CharField(_("state"), max_length=10, blank=True)
    postal_code = models.CharField(_("ZIP code"), max_length=10, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    fax = models.CharField(_("fax"), max_length=40, blank=True)
    hours = models.CharField(_("hours"), max_length=250, blank=True)

    imported = models.JSONField(_("as imported"), default=dict, blank=True, editable=False)

    class Meta:
        ordering = ["city", "pk"]
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        constraints = [
            models.UniqueConstraint(fields=["legislator", "key"], name="office_once"),
        ]

    def __str__(self) -> str:
        return f"{self.city}, {self.state}"

    @property
    def dial(self) -> str:
        return dial(self.phone)
