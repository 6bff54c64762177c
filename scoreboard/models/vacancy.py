from django.db import models
from django.utils.translation import gettext_lazy as _


class Vacancy(models.Model):
    """A seat that nobody holds. Imports that cover a whole chamber keep these."""

    chamber = models.ForeignKey(
        "scoreboard.Chamber", models.CASCADE, related_name="vacancies", verbose_name=_("chamber")
    )
    state = models.CharField(_("state"), max_length=10)
    district = models.PositiveSmallIntegerField(_("district"), null=True, blank=True)
    area = models.CharField(_("electorate"), max_length=120, blank=True)
    seat = models.CharField(_("seat"), max_length=160)
    since = models.DateField(_("since"), null=True, blank=True)

    class Meta:
        ordering = ["state", "district"]
        verbose_name = _("vacant seat")
        verbose_name_plural = _("vacant seats")
        constraints = [
            models.UniqueConstraint(fields=["chamber", "state", "district"], name="vacancy_once"),
        ]

    def __str__(self) -> str:
        return self.seat
