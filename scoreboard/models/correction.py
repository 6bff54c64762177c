from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CorrectionState(models.TextChoices):
    NEW = "new", _("New")
    ACCEPTED = "accepted", _("Corrected")
    DECLINED = "declined", _("Declined")


class CorrectionSubject(models.TextChoices):
    STANCE = "stance", _("Where they stand")
    CONTACT = "contact", _("A phone number, account or office")
    PERSON = "person", _("Name, party or seat")
    OTHER = "other", _("Something else")


class Correction(models.Model):
    """What a visitor says is wrong on a person's page. Nothing about the visitor is kept."""

    legislator = models.ForeignKey(
        "scoreboard.Legislator",
        models.CASCADE,
        related_name="corrections",
        verbose_name=_("legislator"),
    )
    bill = models.ForeignKey(
        "scoreboard.Bill",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name=_("bill"),
    )
    subject = models.CharField(_("about"), max_length=10, choices=CorrectionSubject.choices)
    words = models.TextField(_("what is wrong"), max_length=1000)
    evidence_url = models.URLField(_("where it can be seen"), max_length=500, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=CorrectionState.choices, default=CorrectionState.NEW
    )
    note = models.CharField(_("note for colleagues"), max_length=250, blank=True)
    created_at = models.DateTimeField(_("received"), default=timezone.now, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("decided by"),
    )

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        default_permissions = ("view", "change", "delete")
        indexes = [models.Index(fields=["state", "-created_at"], name="corrections_to_read")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=CorrectionState.values), name="correction_state_known"
            ),
            models.CheckConstraint(condition=~models.Q(words=""), name="correction_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.legislator}: {self.get_subject_display()}"
