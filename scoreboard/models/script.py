from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from scoreboard.positions import Channel, Position


class Script(models.Model):
    """What visitors say through one channel to people of one stance. Empty: a standard text."""

    bill = ParentalKey("scoreboard.Bill", related_name="scripts", verbose_name=_("bill"))
    position = models.CharField(_("to whom"), max_length=20, choices=Position.choices)
    channel = models.CharField(_("channel"), max_length=10, choices=Channel.choices)
    text = models.TextField(_("text"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("script")
        verbose_name_plural = _("scripts")
        constraints = [
            models.UniqueConstraint(
                fields=["bill", "position", "channel"],
                name="script_once",
                violation_error_message=_("There is a text for this stance and channel already."),
            ),
            models.CheckConstraint(
                condition=models.Q(position__in=Position.values), name="script_position_known"
            ),
            models.CheckConstraint(
                condition=models.Q(channel__in=Channel.values), name="script_channel_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_position_display()}, {self.get_channel_display()}"
