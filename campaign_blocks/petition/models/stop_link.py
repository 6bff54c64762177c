from collections.abc import Sequence

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.models.choices import TokenPurpose
from campaign_blocks.petition.models.mail_token import MailToken


class StopLinkQuerySet(models.QuerySet["StopLink"]):
    def usable(self, raw: str) -> "StopLinkQuerySet":
        return self.filter(digest=MailToken.digest_of(raw), expires_at__gt=timezone.now())


class StopLink(models.Model):
    """The link "Stop all emails" in a mail of a signature that is gone. The same mailbox may have
    signed elsewhere, or sign anew: an old mail stops these mails, too."""

    mailbox = models.BinaryField(max_length=32, db_index=True)  # see identity.fingerprints
    digest = models.BinaryField(max_length=32, unique=True)
    expires_at = models.DateTimeField(_("expires"), db_index=True)

    objects = StopLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link in an old mail")
        verbose_name_plural = _("links in old mails")
        default_permissions = ()

    def __str__(self) -> str:
        return bytes(self.digest).hex()[:16]

    @staticmethod
    def leave(signature_ids: Sequence[int]) -> None:
        """Before these signatures go, in the same transaction."""
        links = MailToken.objects.filter(
            signature__in=signature_ids, purpose=TokenPurpose.UNSUBSCRIBE
        )
        facts = links.values_list("signature__fingerprint", "digest", "expires_at")
        StopLink.objects.bulk_create(
            [
                StopLink(mailbox=mailbox, digest=digest, expires_at=at)
                for mailbox, digest, at in facts
            ],
            ignore_conflicts=True,
        )
