from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey


class Term(models.Model):
    """One period in one seat. They stay when the person leaves: the history of the page."""

    legislator = ParentalKey(
        "scoreboard.Legislator", related_name="terms", verbose_name=_("legislator")
    )
    chamber = models.ForeignKey(
        "scoreboard.Chamber", models.PROTECT, related_name="terms", verbose_name=_("chamber")
    )
    key = models.CharField(_("key"), max_length=160, help_text=_("Names the term in its source."))
    state = models.CharField(_("state"), max_length=10, blank=True)
    district = models.PositiveSmallIntegerField(_("district"), null=True, blank=True)
    area = models.CharField(_("electorate"), max_length=120, blank=True)
    seat = models.CharField(_("seat"), max_length=160, blank=True)
    party = models.CharField(_("party"), max_length=80, blank=True)
    start = models.DateField(_("from"), null=True, blank=True)
    end = models.DateField(_("to"), null=True, blank=True)
    voting = models.BooleanField(_("may vote"), default=True)
    by_staff = models.BooleanField(_("entered by staff"), default=False, editable=False)

    class Meta:
        ordering = [models.F("start").desc(nulls_last=True), "-pk"]
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        constraints = [
            models.UniqueConstraint(fields=["legislator", "key"], name="term_once"),
            models.CheckConstraint(
                condition=models.Q(start__isnull=True)
                | models.Q(end__isnull=True)
                | models.Q(start__lte=models.F("end")),
                name="term_ends_after_it_began",
                violation_error_message=_("A term ends after it began."),
            ),
        ]

    def __str__(self) -> str:
        years = [str(day.year) if day else "" for day in (self.start, self.end)]
        return f"{self.seat} {'–'.join(years)}".strip(" –")
