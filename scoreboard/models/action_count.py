from django.db import models
from django.utils.translation import gettext_lazy as _

from scoreboard.positions import Channel


class ActionCount(models.Model):
    """How often one person was written to or called on one day. Nothing says by whom."""

    legislator = models.ForeignKey(
        "scoreboard.Legislator",
        models.CASCADE,
        related_name="action_counts",
        verbose_name=_("legislator"),
    )
    channel = models.CharField(_("channel"), max_length=10, choices=Channel.choices)
    day = models.DateField(_("day"))
    number = models.PositiveIntegerField(_("clicks"), default=0)

    class Meta:
        ordering = ["-day", "legislator", "channel"]
        verbose_name = _("clicks on a day")
        verbose_name_plural = _("clicks by day")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["legislator", "channel", "day"], name="action_count_once"
            ),
            models.CheckConstraint(
                condition=models.Q(channel__in=Channel.values), name="action_channel_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.legislator}, {self.get_channel_display()}, {self.day}: {self.number}"
