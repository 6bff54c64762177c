from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey


class BillNumber(models.Model):
    """The bill's number in one chamber, and when its sponsors were last read from Congress.gov."""

    bill = ParentalKey("scoreboard.Bill", related_name="numbers", verbose_name=_("bill"))
    chamber = models.ForeignKey(
        "scoreboard.Chamber",
        models.PROTECT,
        related_name="bill_numbers",
        verbose_name=_("chamber"),
    )
    number = models.CharField(_("number"), max_length=40, help_text=_("Such as S.4084."))
    slug = models.SlugField(_("key"), unique=True, help_text=_("Such as s4084-116."))
    url = models.URLField(_("official page"), max_length=500, blank=True)

    synced_at = models.DateTimeField(_("last current"), null=True, blank=True, editable=False)
    tried_at = models.DateTimeField(_("last tried"), null=True, blank=True, editable=False)
    problem = models.CharField(_("problem"), max_length=300, blank=True, editable=False)

    class Meta:
        ordering = ["chamber__position", "pk"]
        verbose_name = _("number of a bill")
        verbose_name_plural = _("numbers of a bill")
        constraints = [
            models.UniqueConstraint(fields=["bill", "chamber"], name="bill_number_per_chamber"),
        ]

    def __str__(self) -> str:
        return self.number
