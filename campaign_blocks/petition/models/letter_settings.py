from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_LETTER = 10_000


class LetterSettings(models.Model):
    """The letter to lawmakers and the ways it may go."""

    letter_subject = models.CharField(_("subject to lawmakers"), max_length=150, blank=True)
    letter_body = models.TextField(
        _("message to lawmakers"),
        blank=True,
        max_length=LONGEST_LETTER,
        help_text=_("The signer can change it."),
    )
    letter_by_mail = models.BooleanField(
        _("send by e-mail"),
        default=False,
        help_text=_("To lawmakers whose address is in the scoreboard."),
    )
    letter_by_cwc = models.BooleanField(
        _("send to Congress (CWC)"),
        default=False,
        help_text=_("Needs a vendor contract with the House and the Senate."),
    )
    letter_pace = models.PositiveIntegerField(
        _("letters to one lawmaker per hour"),
        default=60,
        validators=[MinValueValidator(1), MaxValueValidator(3600)],
    )
    letters_paused = models.BooleanField(_("letters wait"), default=False)

    class Meta:
        abstract = True
