import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LIFE = timedelta(hours=24)


class ExportFormat(models.TextChoices):
    CSV = "csv", _("CSV")
    CSV_BOM = "csv_bom", _("CSV for Excel (UTF-8 with byte order mark)")
    XLSX = "xlsx", _("Excel (XLSX)")
    PDF = "pdf", _("PDF")  # of letters alone


class ExportState(models.TextChoices):
    QUEUED = "queued", _("Waits for the worker")
    MAKING = "making", _("Being made")
    READY = "ready", _("Ready")
    FETCHED = "fetched", _("Fetched")
    GONE = "gone", _("Deleted")


class ExportEvent(models.TextChoices):
    ASKED = "asked", _("Asked for")
    MADE = "made", _("Made")
    FETCHED = "fetched", _("Fetched")
    DELETED = "deleted", _("Deleted")


class Export(models.Model):
    """A file of signatures, or letters, for one person. What the worker made goes within a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked by"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    filter = models.JSONField(default=dict)
    format = models.CharField(_("format"), max_length=8, choices=ExportFormat)
    reason = models.CharField(_("reason"), max_length=300)
    state = models.CharField(
        _("state"), max_length=8, choices=ExportState, default=ExportState.QUEUED
    )
    rows = models.PositiveBigIntegerField(_("rows"), default=0)
    # Where the next chunk begins (of a workbook: a mark of the attempt); rows after the last one
    # came later and are left out.
    next_pk = models.BigIntegerField(default=0)
    last_pk = models.BigIntegerField(default=0)
    created_at = models.DateTimeField(_("asked"), default=timezone.now)
    made_at = models.DateTimeField(_("made"), null=True)

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        default_permissions = ()
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                name="export_state_known", condition=models.Q(state__in=ExportState.values)
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()} ({self.rows})"

    @property
    def expires_at(self) -> datetime:
        return (self.made_at or self.created_at) + LIFE

    @property
    def file_name(self) -> str:
        kind = "xlsx" if self.format == ExportFormat.XLSX else "csv"
        return f"signatures-{self.created_at:%Y-%m-%d}.{kind}"


class ExportChunk(models.Model):
    """A compressed piece of a file. The database is the one place that all machines share."""

    export = models.ForeignKey(
        Export, on_delete=models.CASCADE, related_name="chunks", db_index=False
    )
    number = models.PositiveIntegerField()
    body = models.BinaryField()

    class Meta:
        verbose_name = _("piece of an export")
        verbose_name_plural = _("pieces of exports")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["export", "number"], name="export_chunk_once")
        ]

    def __str__(self) -> str:
        return str(self.number)


class ExportLog(models.Model):
    """Who took signatures or letters out of the house: rows are added, never changed, and name
    no signer."""

    export = models.UUIDField(_("export"))
    event = models.CharField(_("what"), max_length=8, choices=ExportEvent)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
    )
    username = models.CharField(_("who"), max_length=150)
    filter = models.JSONField(_("filter"), default=dict)
    format = models.CharField(_("format"), max_length=8, choices=ExportFormat)
    rows = models.PositiveBigIntegerField(_("rows"))
    reason = models.CharField(_("reason"), max_length=300)
    created_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("log of exports")
        default_permissions = ()
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_event_display()}: {self.rows}"
