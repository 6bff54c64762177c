import hashlib
import secrets
from datetime import timedelta
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.models.choices import TokenPurpose

RANDOM_BYTES = 32
LIVES = {
    TokenPurpose.CONFIRM: timedelta(days=7),
    TokenPurpose.UNSUBSCRIBE: timedelta(days=400),
    # It shows and removes what is stored; an old mail that went astray must not. A fresh one is
    # a press away.
    TokenPurpose.MANAGE: timedelta(days=30),
    TokenPurpose.LETTER: timedelta(days=30),
}


class MailTokenQuerySet(models.QuerySet["MailToken"]):
    def usable(self, raw: str, purpose: TokenPurpose) -> "MailTokenQuerySet":
        return self.filter(
            digest=MailToken.digest_of(raw),
            purpose=purpose,
            used_at=None,
            expires_at__gt=timezone.now(),
        )


class MailToken(models.Model):
    """A link in a mail. The random part is in the mail alone; here is its digest."""

    signature = models.ForeignKey(
        "petition.Signature", on_delete=models.CASCADE, related_name="tokens"
    )
    purpose = models.CharField(_("purpose"), max_length=12, choices=TokenPurpose)
    digest = models.BinaryField(max_length=32, unique=True)
    expires_at = models.DateTimeField(_("expires"))
    used_at = models.DateTimeField(_("used"), null=True)

    objects = MailTokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("link in a mail")
        verbose_name_plural = _("links in mails")

    def __str__(self) -> str:
        return self.get_purpose_display()

    @staticmethod
    def digest_of(raw: str) -> bytes:
        return hashlib.sha256(raw.encode("utf-8", "replace")).digest()

    @classmethod
    def make(cls, signature_id: int, purpose: TokenPurpose) -> tuple[Self, str]:
        """An unsaved row and the raw token for the mail."""
        raw = secrets.token_urlsafe(RANDOM_BYTES)
        row = cls(
            signature_id=signature_id,
            purpose=purpose,
            digest=cls.digest_of(raw),
            expires_at=timezone.now() + LIVES[purpose],
        )
        return row, raw
