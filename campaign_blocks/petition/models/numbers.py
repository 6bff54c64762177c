from django.db import models
from django.utils.translation import gettext_lazy as _


class NumbersSnapshot(models.Model):
    """What staff see of a petition: added up by the worker, so that no page waits for a sum."""

    petition = models.OneToOneField(
        "petition.Petition", on_delete=models.CASCADE, related_name="numbers", primary_key=True
    )
    data = models.JSONField(default=dict)
    # Equal marks: nothing was signed, confirmed or rolled up in between.
    mark = models.CharField(max_length=80, blank=True)
    as_of = models.DateTimeField(_("as of"))

    class Meta:
        verbose_name = _("numbers of a petition")
        verbose_name_plural = _("numbers of petitions")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.as_of)


class AuditRun(models.Model):
    """The comparison of all public numbers with their rows on one day. One a day."""

    day = models.DateField(_("day"), unique=True)
    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"), null=True)
    petitions = models.PositiveIntegerField(_("petitions"), default=0)

    class Meta:
        verbose_name = _("audit of counts")
        verbose_name_plural = _("audits of counts")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.day)


class CountDrift(models.Model):
    """A public number that differed from its rows, and was corrected. Rows are only added."""

    petition = models.ForeignKey(
        "petition.Petition",
        verbose_name=_("petition"),
        on_delete=models.CASCADE,
        related_name="drifts",
    )
    found_at = models.DateTimeField(_("found"))
    rows = models.BigIntegerField(_("signatures"))
    number = models.BigIntegerField(_("number"))
    paper_rows = models.BigIntegerField(_("signatures on paper"))
    paper_number = models.BigIntegerField(_("number on paper"))

    class Meta:
        verbose_name = _("drift of a count")
        verbose_name_plural = _("drifts of counts")
        default_permissions = ()
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.drift:+d}"

    @property
    def drift(self) -> int:
        return self.number - self.rows
