from django.db import models
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.models.choices import Abroad, FieldMode


class AskingSettings(models.Model):
    """What the sign form of a petition asks, beyond e-mail address and consent."""

    home_country = models.CharField(
        _("country"),
        max_length=2,
        default="US",
        help_text=_("Where most signers live; the form asks for a postal code as written there."),
    )
    signers_abroad = models.CharField(
        _("signers abroad"), max_length=10, choices=Abroad, default=Abroad.WELCOME
    )
    split_name = models.BooleanField(
        _("ask for first and last name apart"),
        default=False,
        help_text=_("One field is quicker, and right for every culture's names."),
    )
    phone_mode = models.CharField(
        _("phone number"), max_length=8, choices=FieldMode, default=FieldMode.OFF
    )
    phone_reason = models.CharField(
        _("why you ask for a phone number"),
        max_length=150,
        blank=True,
        help_text=_("Stands at the field. People give a number when they know what for."),
    )
    comment_mode = models.CharField(
        _("comment"), max_length=8, choices=FieldMode, default=FieldMode.OFF
    )
    ask_public = models.BooleanField(
        _("offer to show first name and city"),
        default=False,
        help_text=_("An unticked box. Nothing is shown before staff have looked at it."),
    )
    household_mailbox = models.BooleanField(
        _("several people may share a mailbox"),
        default=False,
        help_text=_("Then the same address may sign once for each name, at most five times."),
    )

    class Meta:
        abstract = True

    @property
    def is_for_us_alone(self) -> bool:
        return self.home_country == "US" and self.signers_abroad == Abroad.HOME_ONLY
