from django.db import models
from django.utils.translation import gettext_lazy as _


class LetterTrace(models.Model):
    """That a lawmaker may have a letter whose signature is gone, so that nobody who removed hers
    signs anew and writes to the same one again. It names nobody: without the key the digest is a
    random number."""

    petition = models.ForeignKey(
        "petition.Petition",
        verbose_name=_("petition"),
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,  # the unique constraint begins with it
    )
    digest = models.BinaryField(max_length=32)

    class Meta:
        verbose_name = _("trace of a letter")
        verbose_name_plural = _("traces of letters")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["petition", "digest"], name="letter_trace_once")
        ]

    def __str__(self) -> str:
        return bytes(self.digest).hex()[:16]
