from django.db import models
from django.utils.translation import gettext_lazy as _


class RateTally(models.Model):
    """How many signatures, or mails of other plugins, of one key there were in one span of time;
    gone when no rate looks back on it.

    The key is a digest of (kind, value): it names nobody, and cannot be turned back.
    """

    key = models.BinaryField(max_length=16)
    began = models.BigIntegerField(help_text="Seconds since 1970; by the clock of the signatures.")
    ends = models.BigIntegerField(help_text="When no rate looks back on it any more.")
    amount = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("rate tally")
        verbose_name_plural = _("rate tallies")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["key", "began"], name="tally_once_per_span")]

    def __str__(self) -> str:
        return str(self.amount)
