from django.db import models
from django.utils.translation import gettext_lazy as _


class Erasure(models.Model):
    """That a person was forgotten, without naming her; done again after an old copy came back.

    `petition_id` is empty for a whole mailbox; else one signature of it was removed.
    """

    fingerprint = models.BinaryField(max_length=32)
    petition_id = models.BigIntegerField(_("petition"), null=True)
    person = models.BinaryField(max_length=16, default=b"")
    emptied = models.PositiveIntegerField(_("signatures emptied"), default=0)
    deleted = models.PositiveIntegerField(_("signatures deleted"), default=0)
    recipients = models.JSONField(_("organizations that may hold a copy"), default=list)
    at = models.DateTimeField(_("when"))
    filed_at = models.DateTimeField(
        null=True, help_text="When the worker wrote it to the file that outlives this database."
    )

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        default_permissions = ("view",)
        indexes = [
            models.Index(
                fields=["id"], condition=models.Q(filed_at=None), name="petition_erasure_unfiled"
            )
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
