from django.db import models
from django.utils.translation import gettext_lazy as _


class Vacancy(models.Model):
    """A seat that nobody holds. Kept by the imports that cover the whole chamber."""

    chamber = models.ForeignKey(
        "scoreboard.Chamber", models.CASCADE, related_name="vacancies", verbose_name=_("chamber")
    )
    state = models.CharField(_("state"), max_length=10)
    district = models.PositiveSmallIntegerField(_("district"), null=True, blank=True)
    seat = models.CharField(_("seat"), max_length=80)

    class Meta:
        ordering = ["state", "district"]
        verbose_name = _("vacant seat")
        verbose_name_plural = _("vacant seats")
        constraints = [
            models.UniqueConstraint(fields=["chamber", "state", "district"], name="vacancy_once"),
        ]

    def __str__(self) -> str:
        return self.seat
