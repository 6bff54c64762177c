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
    WELCOME = "welcome", _("People everywhere can sign")
    HOME_ONLY = "home_only", _("Only people in the petition's country can sign")


class FieldMode(models.TextChoices):
    OFF = "off", _("Not asked")
    OPTIONAL = "optional", _("Asked, may stay empty")
    REQUIRED = "required", _("Required")


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
    WITHDRAWN = "withdrawn", _("Withdrew on the page of the signature")
    PAPER = "paper", _("Signed on paper")


class MailKind(models.TextChoices):
    CONFIRM = "confirm", _("Please confirm")
    REMINDER = "reminder", _("Reminder to confirm")
    THANKS = "thanks", _("Thank you")
    ALREADY_SIGNED = "already_signed", _("You had already signed")
    MANAGE = "manage", _("Link to one's signature")
    UPDATE = "update", _("Update from the campaign")


class OutboxState(models.TextChoices):
    QUEUED = "queued", _("Queued")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Failed")
    UNKNOWN = "unknown", _("In doubt")


class UpdateState(models.TextChoices):
    """Queued means: on its way. The worker takes it up within seconds."""

    DRAFT = "draft", _("Draft")
    SENDING = "sending", _("Being sent")
    PAUSED = "paused", _("Paused")
    DONE = "done", _("Done")


class TokenPurpose(models.TextChoices):
    CONFIRM = "confirm", _("Confirm a signature")
    UNSUBSCRIBE = "unsubscribe", _("Unsubscribe")
    MANAGE = "manage", _("See and change one's signature")
    LETTER = "letter", _("Send the letter to one's lawmakers")


class SuppressionReason(models.TextChoices):
    UNSUBSCRIBED = "unsubscribed", _("Unsubscribed")
    ERASED = "erased", _("Asked to be erased")
    BOUNCED = "bounced", _("The mailbox does not exist")
    COMPLAINED = "complained", _("Reported a mail as unwanted")


class ThanksStepKind(models.TextChoices):
    SHARE = "share", _("Share the campaign")
    LAWMAKERS = "lawmakers", _("Your lawmakers")
    SIGNUP = "signup", _("Local sign-up")
    DONATE = "donate", _("Donate")
    LINK = "link", _("Another link")


class ShareChannel(models.TextChoices):
    COPY = "copy", _("Copy link")
    NATIVE = "native", _("Share… (the menu of the visitor's own device)")
    WHATSAPP = "whatsapp", "WhatsApp"
    BLUESKY = "bluesky", "Bluesky"
    MASTODON = "mastodon", "Mastodon"
    X = "x", "X"
    EMAIL = "email", _("E-mail")
    SMS = "sms", _("SMS")


COUNTED = (SignatureState.CONFIRMED, SignatureState.ERASED)
OUTBOX_OPEN = (OutboxState.QUEUED, OutboxState.SENDING)
