from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PaperState(models.TextChoices):
    UPLOADED = "uploaded", _("Being checked")
    REFUSED = "refused", _("Has errors")
    CHECKED = "checked", _("Ready to import")
    IMPORTING = "importing", _("Being imported")
    DONE = "done", _("Imported")
    UNDOING = "undoing", _("Being undone")
    UNDONE = "undone", _("Undone")
    DROPPED = "dropped", _("Not imported")


class PaperBatch(models.Model):
    """Signatures from paper that came in together: a file of names, or a bare number of them.

    The row stays for ever and says who added what and when; the file goes when it is imported.
    """

    petition = models.ForeignKey(
        "petition.Petition",
        verbose_name=_("petition"),
        on_delete=models.PROTECT,
        related_name="paper_batches",
    )
    note = models.CharField(
        _("note"),
        max_length=200,
        help_text=_("Where the sheets come from and where they are kept."),
    )
    unnamed = models.PositiveIntegerField(_("signatures without names"), default=0)
    file_name = models.CharField(_("file"), max_length=120, blank=True)
    body = models.BinaryField(null=True)
    consent_words = models.TextField(_("words on the sheet"), blank=True)
    language = models.CharField(max_length=10, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=PaperState)
    report = models.JSONField(default=dict)
    next_line = models.PositiveIntegerField(default=0)
    imported = models.PositiveIntegerField(_("signatures"), default=0)
    removed = models.PositiveIntegerField(default=0)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("undone by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("when"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished"), null=True)

    class Meta:
        verbose_name = _("signatures on paper")
        verbose_name_plural = _("signatures on paper")
        default_permissions = ()
        permissions = [("import_paper", _("Can add signatures from paper"))]
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="paper_state_known", condition=models.Q(state__in=PaperState.values)
            ),
            models.CheckConstraint(
                name="paper_names_or_number",
                condition=models.Q(unnamed=0) | models.Q(file_name=""),
            ),
        ]

    def __str__(self) -> str:
        return self.note

    @property
    def total(self) -> int:
        """How many signatures it adds to the count as long as it stands."""
        return self.unnamed + self.imported


class PaperRow(models.Model):
    """Which line of a batch became which signature."""

    batch = models.ForeignKey(
        PaperBatch, on_delete=models.CASCADE, related_name="rows", db_index=False
    )
    line = models.PositiveIntegerField()
    signature = models.OneToOneField(
        "petition.Signature", on_delete=models.CASCADE, related_name="paper_row"
    )

    class Meta:
        verbose_name = _("line on paper")
        verbose_name_plural = _("lines on paper")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["batch", "line"], name="paper_line_once")]

    def __str__(self) -> str:
        return str(self.line)
