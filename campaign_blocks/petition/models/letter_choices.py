"""The ways a letter may go, and how far it has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LetterChannel(models.TextChoices):
    CWC = "cwc", _("Congress (CWC)")
    EMAIL = "email", _("E-mail")
    PRINT = "print", _("Printed and handed over")


class LetterState(models.TextChoices):
    QUEUED = "queued", _("Waiting")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Failed")
    UNKNOWN = "unknown", _("In doubt")
    HELD = "held", _("Held by staff")
    HANDED_OVER = "handed_over", _("Handed over")


BY_WIRE = (LetterChannel.CWC, LetterChannel.EMAIL)
ARRIVED = (LetterState.SENT, LetterState.HANDED_OVER)
MAY_HAVE_ARRIVED = (*ARRIVED, LetterState.SENDING, LetterState.UNKNOWN)
