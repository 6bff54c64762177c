from datetime import datetime

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.models.choices import OUTBOX_OPEN, MailKind, OutboxState

# What somebody waits for goes before what can wait; other kinds stand between.
URGENCY = {MailKind.CONFIRM: 0, MailKind.REMINDER: 1, MailKind.UPDATE: 9}
URGENCY_OF_OTHERS = 2


class OutboxQuerySet(models.QuerySet["OutboxMessage"]):
    def due(self, now: datetime) -> "OutboxQuerySet":
        """Judged and waiting, or left behind by a worker whose lease has run out; urgent first."""
        return self.filter(
            state__in=OUTBOX_OPEN, next_attempt_at__lte=now, signature__judged_at__isnull=False
        ).order_by("urgency", "next_attempt_at")

    def open(self) -> "OutboxQuerySet":
        """Neither sent nor given up."""
        return self.filter(state__in=OUTBOX_OPEN)

    def to_mailbox(self, fingerprint: bytes) -> "OutboxQuerySet":
        return self.filter(signature__fingerprint=fingerprint)

    def of_update(self, update_id: int) -> "OutboxQuerySet":
        return self.filter(kind=MailKind.UPDATE, target=str(update_id))

    def taken_by_nobody(self) -> "OutboxQuerySet":
        """Locks rows for this worker alone; SQLite has one writer and needs no lock."""
        if connection.features.has_select_for_update_skip_locked:
            return self.select_for_update(skip_locked=True, of=("self",))
        return self


class OutboxMessage(models.Model):
    """A mail to be sent. Holds no address and no body, so erasing a person reaches it."""

    kind = models.CharField(_("kind"), max_length=20, choices=MailKind)
    signature = models.ForeignKey(
        "petition.Signature",
        on_delete=models.CASCADE,
        related_name="messages",
        db_index=False,  # the unique constraint begins with it
    )
    target = models.CharField(_("target"), max_length=64, blank=True)
    state = models.CharField(
        _("state"), max_length=8, choices=OutboxState, default=OutboxState.QUEUED
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    # Transmissions whose end nobody learnt: the worker died, or the line broke.
    doubts = models.PositiveSmallIntegerField(default=0, db_default=0)
    urgency = models.GeneratedField(
        expression=models.Case(
            *(models.When(kind=kind, then=number) for kind, number in URGENCY.items()),
            default=URGENCY_OF_OTHERS,
        ),
        output_field=models.SmallIntegerField(),
        db_persist=True,
    )
    # Empty: held back. While sending: the end of the lease.
    next_attempt_at = models.DateTimeField(_("next attempt"), null=True)
    created_at = models.DateTimeField(_("queued at"))
    sent_at = models.DateTimeField(_("sent at"), null=True)
    error = models.CharField(_("error"), max_length=200, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("outbox message")
        verbose_name_plural = _("outbox messages")
        constraints = [
            models.UniqueConstraint(
                fields=["signature", "kind", "target"], name="outbox_once_per_target"
            ),
            models.CheckConstraint(
                name="outbox_state_known", condition=models.Q(state__in=OutboxState.values)
            ),
        ]
        indexes = [
            models.Index(
                fields=["urgency", "next_attempt_at"],
                condition=models.Q(state__in=["queued", "sending"]),
                name="outbox_due",
            ),
            models.Index(
                fields=["target", "state"],
                condition=models.Q(kind="update"),
                name="outbox_of_update",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.get_state_display()})"
