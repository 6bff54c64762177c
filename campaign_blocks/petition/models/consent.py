import hashlib

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.models.choices import ConsentMethod, ConsentPurpose


class ConsentText(models.Model):
    """One wording that people have agreed to, word for word. Other words are another row."""

    text = models.TextField(_("text"))
    sha256 = models.CharField(max_length=64, unique=True)
    language = models.CharField(_("language"), max_length=10)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("consent text")
        verbose_name_plural = _("consent texts")

    def __str__(self) -> str:
        return self.text[:80]

    def save(self, *args: object, **kwargs: object) -> None:
        if self.pk:
            raise ValidationError(_("A consent text never changes; make a new one."))
        self.sha256 = self.digest(self.text, self.language)
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # passed through as they came

    @staticmethod
    def digest(text: str, language: str) -> str:
        return hashlib.sha256(f"{language}\n{text}".encode()).hexdigest()


class ConsentQuerySet(models.QuerySet["Consent"]):
    def latest_of(self, fingerprint: bytes) -> "ConsentQuerySet":
        """Every choice of one mailbox, newest first."""
        return self.filter(signature__fingerprint=fingerprint).order_by("-pk")


class Consent(models.Model):
    """One event: given, refused or withdrawn. Rows are added, never changed."""

    signature = models.ForeignKey(
        "petition.Signature", on_delete=models.CASCADE, related_name="consents"
    )
    purpose = models.CharField(_("purpose"), max_length=20, choices=ConsentPurpose)
    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("organization"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    text = models.ForeignKey(
        ConsentText,
        verbose_name=_("text"),
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    # Where the question stood; a page deleted since is no error.
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    granted = models.BooleanField(_("granted"))
    method = models.CharField(_("method"), max_length=12, choices=ConsentMethod)
    created_at = models.DateTimeField(_("when"))

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.CheckConstraint(
                name="consent_names_partner",
                condition=models.Q(purpose=ConsentPurpose.CAMPAIGN_MAIL, organization__isnull=True)
                | models.Q(purpose=ConsentPurpose.PARTNER_MAIL, organization__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}: {self.granted}"
