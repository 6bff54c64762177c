from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class HandOver(models.Model):
    """Who downloaded the letters to one lawmaker, when and how many; and the day they were given
    to the office, once they were. Rows are added and marked, never removed."""

    class Form(models.TextChoices):
        PDF = "pdf", "PDF"
        CSV = "csv", "CSV"

    class Scope(models.TextChoices):
        PILE = "pile", _("waiting to be handed over")
        ALL = "all", _("everyone who agreed")

    recipient = models.ForeignKey(
        "petition.LetterRecipient",
        verbose_name=_("to"),
        on_delete=models.CASCADE,
        related_name="hand_overs",
    )
    form = models.CharField(_("form"), max_length=3, choices=Form)
    scope = models.CharField(_("which"), max_length=4, choices=Scope)
    rows = models.PositiveIntegerField(_("letters"))
    up_to = models.BigIntegerField(_("last letter"))
    downloaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("downloaded by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    downloaded_at = models.DateTimeField(_("downloaded"))
    # None where no reason was asked yet: it cannot be fetched again.
    export = models.ForeignKey(
        "petition.Export",
        verbose_name=_("export"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    handed_over_on = models.DateField(_("handed over on"), null=True)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("marked by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("download of letters")
        verbose_name_plural = _("downloads of letters")
        default_permissions = ()
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.recipient}: {self.rows}"
