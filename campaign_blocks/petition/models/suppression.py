from django.db import models
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.models.choices import SuppressionReason


class Suppression(models.Model):
    """A mailbox that gets no more mail, known by its fingerprint alone."""

    fingerprint = models.BinaryField(max_length=32, unique=True)
    reason = models.CharField(_("reason"), max_length=12, choices=SuppressionReason)
    created_at = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("suppressed mailbox")
        verbose_name_plural = _("suppressed mailboxes")

    def __str__(self) -> str:
        return self.get_reason_display()
