from django.db import models
from django.utils.translation import gettext_lazy as _


class LinkWish(models.Model):
    """Somebody asked for a fresh link. Whether the mailbox signed anything, the worker looks up a
    moment later: the visitor's own request does the same for all."""

    mailbox = models.BinaryField(max_length=32, unique=True)  # see identity.fingerprints
    created_at = models.DateTimeField(_("asked at"))

    class Meta:
        verbose_name = _("wish for a link")
        verbose_name_plural = _("wishes for links")
        default_permissions = ()

    def __str__(self) -> str:
        return bytes(self.mailbox).hex()[:16]
