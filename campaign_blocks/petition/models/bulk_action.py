from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.models.choices import SignatureState


class BulkKind(models.TextChoices):
    HOLD = "hold", _("Hold")
    INVALIDATE = "invalidate", _("Invalidate")
    RESTORE = "restore", _("Restore")


class BulkState(models.TextChoices):
    PREVIEWED = "previewed", _("Counted, nothing changed")
    RUNNING = "running", _("Running")
    CANCELLED = "cancelled", _("Stopped by staff")
    DONE = "done", _("Done")
    UNDOING = "undoing", _("Being undone")
    UNDONE = "undone", _("Undone")


AT_WORK = (BulkState.RUNNING, BulkState.UNDOING)


class BulkAction(models.Model):
    """One change of many signatures, with its reason, and everything that it takes to undo it.

    `criteria` are the filter's words as plain data; `up_to` is the newest signature that was
    counted, so that nobody who signs later is touched. `done` counts rows that were changed.
    """

    kind = models.CharField(_("what"), max_length=10, choices=BulkKind)
    criteria = models.JSONField(_("filter"))
    up_to = models.BigIntegerField()
    reason = models.CharField(_("reason"), max_length=300)
    counted = models.PositiveIntegerField(_("counted"))
    done = models.PositiveIntegerField(_("done"), default=0)
    # The newest signature that was looked at; where a worker that died left off.
    reached = models.BigIntegerField(default=0)
    state = models.CharField(
        _("state"), max_length=10, choices=BulkState, default=BulkState.PREVIEWED
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("counted at"), auto_now_add=True)
    started_at = models.DateTimeField(_("started"), null=True)
    ended_at = models.DateTimeField(_("ended"), null=True)

    class Meta:
        verbose_name = _("bulk change")
        verbose_name_plural = _("bulk changes")
        default_permissions = ("add", "view")
        constraints = [
            models.CheckConstraint(name="bulk_kind_known", condition=Q(kind__in=BulkKind.values)),
            models.CheckConstraint(
                name="bulk_state_known", condition=Q(state__in=BulkState.values)
            ),
            models.CheckConstraint(name="bulk_has_reason", condition=~Q(reason="")),
            models.CheckConstraint(name="bulk_has_filter", condition=~Q(criteria={})),
        ]
        indexes = [
            models.Index(
                fields=["id"],
                condition=Q(state__in=[BulkState.RUNNING, BulkState.UNDOING]),
                name="bulk_at_work",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.reason}"

    @property
    def is_at_work(self) -> bool:
        return self.state in AT_WORK


class BulkActionRow(models.Model):
    """What one signature was before a bulk change touched it."""

    action = models.ForeignKey(BulkAction, on_delete=models.CASCADE, related_name="rows")
    signature = models.ForeignKey(
        "petition.Signature", on_delete=models.CASCADE, related_name="+", db_index=True
    )
    before = models.CharField(max_length=11, choices=SignatureState)
    held_from = models.CharField(max_length=11, blank=True)
    suspect_for = models.CharField(max_length=10, blank=True)

    class Meta:
        verbose_name = _("row of a bulk change")
        verbose_name_plural = _("rows of bulk changes")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["action", "signature"], name="bulk_row_once")
        ]

    def __str__(self) -> str:
        return self.before
