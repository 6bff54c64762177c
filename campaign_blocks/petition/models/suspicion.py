from django.db import models
from django.utils.translation import gettext_lazy as _


class Suspicion(models.TextChoices):
    """Why a signature is held. None of it is ever told to whoever signed."""

    ADDRESS = "address", _("Too many from one network")
    MAILBOX = "mailbox", _("Too many petitions by one mailbox")
    DOMAIN = "domain", _("Too many from one mail domain")
    QUICK = "quick", _("Filled in faster than people type")
    DISPOSABLE = "disposable", _("Disposable mailbox")
    HOUSEHOLD = "household", _("Too many names for one mailbox")
    STAFF = "staff", _("Held by staff")


# A press on the button in a mail shows that a person reads the mailbox, and the signature counts.
CLEARED_BY_MAIL = (
    Suspicion.ADDRESS,
    Suspicion.MAILBOX,
    Suspicion.DOMAIN,
    Suspicion.QUICK,
    Suspicion.DISPOSABLE,
)
