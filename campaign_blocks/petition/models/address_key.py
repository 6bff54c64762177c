from django.db import models
from django.utils.translation import gettext_lazy as _


class AddressKey(models.Model):
    """The random key of one day for digests of senders' addresses; deleted after 30 days."""

    day = models.DateField(_("day"), unique=True)
    key = models.BinaryField(max_length=32)

    class Meta:
        verbose_name = _("key of a day")
        verbose_name_plural = _("keys of days")

    def __str__(self) -> str:
        return str(self.day)
