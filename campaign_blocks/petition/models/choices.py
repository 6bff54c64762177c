"""The named choices of petitions and signatures, and the groups that rules speak of."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PetitionKind(models.TextChoices):
    PETITION = "petition", _("Petition")
    SIGNUP = "signup", _("Local sign-up")


class ConsentMode(models.TextChoices):
    ASK = "ask", _("Ask: yes or no, none chosen in advance")
    CHECKBOX = "checkbox", _("Checkbox, unticked")
    STATEMENT = "statement", _("Statement only (not valid consent in the EU and the UK)")


class GoalMode(models.TextChoices):
    NONE = "none", _("No goal")
    FIXED = "fixed", _("A fixed goal")
    MILESTONES = "milestones", _("The next milestone")


class Abroad(models.TextChoices):
    WELCOME = "welcome", _("People outside the US can sign")
    HOME_ONLY = "home_only", _("Only people with a US ZIP code can sign")


class SignatureState(models.TextChoices):
    PENDING = "pending", _("Waiting for confirmation")
    CONFIRMED = "confirmed", _("Confirmed")
    EXPIRED = "expired", _("Never confirmed")
    SUSPECT = "suspect", _("Suspect")
    INVALIDATED = "invalidated", _("Invalidated")
    ERASED = "erased", _("Erased, still counted")


class ConsentPurpose(models.TextChoices):
    CAMPAIGN_MAIL = "campaign_mail", _("E-mail from the campaign")
    PARTNER_MAIL = "partner_mail", _("E-mail from a partner")


class ConsentMethod(models.TextChoices):
    ANSWER = "answer", _("Chose yes or no")
    CHECKBOX = "checkbox", _("Ticked or left a box")
    STATEMENT = "statement", _("Signed under a statement")
    UNSUBSCRIBE = "unsubscribe", _("Unsubscribed by a link in a mail")


class MailKind(models.TextChoices):
    CONFIRM = "confirm", _("Please confirm")
    THANKS = "thanks", _("Thank you")
    ALREADY_SIGNED = "already_signed", _("You had already signed")


class OutboxState(models.TextChoices):
    QUEUED = "queued", _("Queued")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Failed")
    UNKNOWN = "unknown", _("In doubt")


class TokenPurpose(models.TextChoices):
    CONFIRM = "confirm", _("Confirm a signature")
    UNSUBSCRIBE = "unsubscribe", _("Unsubscribe")


class SuppressionReason(models.TextChoices):
    UNSUBSCRIBED = "unsubscribed", _("Unsubscribed")
    ERASED = "erased", _("Asked to be erased")


COUNTED = (SignatureState.CONFIRMED, SignatureState.ERASED)
OUTBOX_OPEN = (OutboxState.QUEUED, OutboxState.SENDING)
