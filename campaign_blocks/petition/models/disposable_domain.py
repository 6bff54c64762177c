from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.identity.addresses import ascii_domain


def clean_domain(text: str) -> str:
    """As it stands behind the @ of a canonical address; ValidationError with what to do."""
    domain = ascii_domain(text.strip().rpartition("@")[2].strip(".").strip())
    parts = domain.split(".")
    good = all(part.replace("-", "").isalnum() and len(part) <= 63 for part in parts)
    if len(parts) < 2 or not good or not domain.isascii() or len(domain) > 253:
        raise ValidationError(_("Write a domain such as mailinator.com"), code="invalid")
    return domain


class DisposableDomain(models.Model):
    """Mailboxes there are open to everybody: a signature counts after a press in the mail."""

    domain = models.CharField(
        _("domain"),
        max_length=253,
        unique=True,
        help_text=_("What stands behind the @. Names below it are covered."),
        error_messages={"unique": _("This domain is in the list already.")},
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("added by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("disposable mail domain")
        verbose_name_plural = _("disposable mail domains")
        ordering = ["domain"]

    def __str__(self) -> str:
        return self.domain

    def clean_fields(self, *args: Any, **kwargs: Any) -> None:
        try:
            self.domain = clean_domain(self.domain)
        except ValidationError as error:
            raise ValidationError({"domain": error}) from error
        super().clean_fields(*args, **kwargs)
