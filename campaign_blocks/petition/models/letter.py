"""What signers write to their lawmakers: one letter for each signature and lawmaker, ever."""

import hashlib

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.models.choices import SignatureState
from campaign_blocks.petition.models.letter_choices import (
    ARRIVED,
    BY_WIRE,
    LetterChannel,
    LetterState,
)


class LetterText(models.Model):
    """One wording of a letter. Other words are another row, so what was sent stays provable."""

    subject = models.CharField(_("subject"), max_length=150, blank=True)
    body = models.TextField(_("letter"))
    sha256 = models.CharField(max_length=64, unique=True)
    own_words = models.BooleanField(_("in a signer's own words"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("text of a letter")
        verbose_name_plural = _("texts of letters")
        default_permissions = ()

    def __str__(self) -> str:
        return self.body[:80]

    def save(self, *args: object, **kwargs: object) -> None:
        if self.pk:
            raise ValidationError(_("The text of a letter never changes; make a new one."))
        self.sha256 = self.digest(self.subject, self.body, self.own_words)
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # passed through as they came

    @staticmethod
    def digest(subject: str, body: str, own_words: bool) -> str:
        return hashlib.sha256(f"{int(own_words)}\n{subject}\n{body}".encode()).hexdigest()


class LetterRecipient(models.Model):
    """A lawmaker as one petition writes to her: found by us, never named by a visitor."""

    petition = models.ForeignKey(
        "petition.Petition",
        verbose_name=_("petition"),
        on_delete=models.CASCADE,
        related_name="letter_recipients",
        db_index=False,  # the unique constraint begins with it
    )
    target = models.CharField(_("identifier"), max_length=64)
    name = models.CharField(_("name"), max_length=200)
    title = models.CharField(_("title"), max_length=60, blank=True)
    seat = models.CharField(_("seat"), max_length=120, blank=True)
    chamber = models.CharField(_("chamber"), max_length=80, blank=True)
    url = models.CharField(_("page"), max_length=300, blank=True)
    email = models.CharField(_("e-mail"), max_length=254, blank=True)
    office = models.CharField(_("office"), max_length=120, blank=True)
    # The pace: the next letter to her, of whatever petition, leaves no sooner.
    next_letter_at = models.DateTimeField(_("next letter"))

    class Meta:
        verbose_name = _("recipient of letters")
        verbose_name_plural = _("recipients of letters")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["petition", "target"], name="letter_recipient_once_per_petition"
            )
        ]
        indexes = [models.Index(fields=["target", "next_letter_at"], name="letter_pace")]

    def __str__(self) -> str:
        return f"{self.title} {self.name}".strip()


class LetterQuerySet(models.QuerySet["Letter"]):
    def agreed(self) -> "LetterQuerySet":
        """Of people whose signature counts; of held ones the letter waits with them."""
        return self.filter(
            signature__state=SignatureState.CONFIRMED, signature__judged_at__isnull=False
        )

    def in_pile(self) -> "LetterQuerySet":
        """To be printed, and handed to nobody yet."""
        return self.agreed().filter(channel=LetterChannel.PRINT, state=LetterState.QUEUED)


class Letter(models.Model):
    """The letter of one signer to one lawmaker. Sent at most once: in doubt, people decide."""

    signature = models.ForeignKey(
        "petition.Signature",
        verbose_name=_("signature"),
        on_delete=models.CASCADE,
        related_name="letters",
        db_index=False,  # the unique constraint begins with it
    )
    recipient = models.ForeignKey(
        LetterRecipient,
        verbose_name=_("to"),
        on_delete=models.CASCADE,
        related_name="letters",
        db_index=False,  # an index of its own begins with it
    )
    text = models.ForeignKey(
        LetterText, verbose_name=_("text"), on_delete=models.PROTECT, related_name="letters"
    )
    channel = models.CharField(_("way"), max_length=8, choices=LetterChannel)
    state = models.CharField(
        _("state"), max_length=12, choices=LetterState, default=LetterState.QUEUED
    )
    # Asked for Congress alone, and emptied once the letter is there.
    postal_address = models.JSONField(_("postal address"), default=dict, blank=True)
    # Also the fencing number: who comes back late finds another one.
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    # While sending: the end of the lease. Empty: not by itself.
    next_attempt_at = models.DateTimeField(_("next attempt"), null=True)
    first_attempt_at = models.DateTimeField(_("first attempt"), null=True)
    created_at = models.DateTimeField(_("written"))
    sent_at = models.DateTimeField(_("arrived"), null=True)
    error = models.CharField(_("error"), max_length=300, blank=True)
    hand_over = models.ForeignKey(
        "petition.HandOver",
        verbose_name=_("handed over"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="letters",
    )

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        default_permissions = ("view", "change")
        constraints = [
            models.UniqueConstraint(
                fields=["signature", "recipient"], name="letter_once_per_recipient"
            ),
            models.CheckConstraint(
                name="letter_state_known", condition=Q(state__in=LetterState.values)
            ),
            models.CheckConstraint(
                name="letter_channel_known", condition=Q(channel__in=LetterChannel.values)
            ),
            models.CheckConstraint(
                name="letter_arrived_has_moment",
                condition=~Q(state__in=ARRIVED) | Q(sent_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["recipient", "state", "next_attempt_at"], name="letter_lane"),
            models.Index(
                fields=["next_attempt_at"],
                condition=Q(state=LetterState.SENDING),
                name="letter_leased",
            ),
            models.Index(
                fields=["recipient", "next_attempt_at"],
                condition=Q(state=LetterState.QUEUED, channel__in=BY_WIRE),
                name="letter_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()}: {self.get_state_display()}"
