from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from scoreboard.positions import Origin, Position, Role
from scoreboard.querysets import StanceQuerySet


class Stance(models.Model):
    """Where one person stands on one bill, since when, and how we know."""

    bill = ParentalKey("scoreboard.Bill", related_name="stances", verbose_name=_("bill"))
    legislator = models.ForeignKey(
        "scoreboard.Legislator",
        models.CASCADE,
        related_name="stances",
        verbose_name=_("legislator"),
    )
    position = models.CharField(_("stance"), max_length=20, choices=Position.choices)
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)
    evidence_url = models.URLField(
        _("evidence"),
        max_length=500,
        blank=True,
        help_text=_("Required for whatever staff enter by hand, and for “Opposes”."),
    )
    source = models.CharField(_("source"), max_length=250, blank=True)
    origin = models.CharField(
        _("entered"),
        max_length=10,
        choices=Origin.choices,
        default=Origin.FILE,
        editable=False,
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("entered by"),
    )
    number = models.ForeignKey(
        "scoreboard.BillNumber",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="stances",
        verbose_name=_("number of the bill"),
    )
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = StanceQuerySet.as_manager()

    class Meta:
        ordering = ["legislator__sort_name", "pk"]
        verbose_name = _("stance")
        verbose_name_plural = _("stances")
        constraints = [
            models.UniqueConstraint(
                fields=["bill", "legislator"],
                name="one_stance_per_bill",
                violation_error_message=_("This person already has a stance on this bill."),
            ),
            models.CheckConstraint(
                condition=models.Q(position__in=Position.values), name="stance_position_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(position="opposes") | ~models.Q(evidence_url=""),
                name="opposing_needs_evidence",
                violation_error_message=_("Add a link that shows that they oppose it."),
            ),
            models.CheckConstraint(
                condition=models.Q(role="") | models.Q(position="sponsoring"),
                name="only_sponsors_have_a_role",
                violation_error_message=_("Only people who sponsor the bill have a role."),
            ),
            models.CheckConstraint(
                condition=models.Q(origin__in=Origin.values), name="stance_origin_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(origin="staff") | ~models.Q(evidence_url=""),
                name="stance_by_hand_needs_evidence",
                violation_error_message=_("Add a link that shows it: anybody may ask for it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.legislator}: {self.get_position_display()}"
