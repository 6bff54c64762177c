"""News from the campaign to the signers who said yes to it."""

import hashlib

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from campaign_blocks.petition.models.choices import MailKind, UpdateState
from campaign_blocks.petition.models.mail_words import check_words

STARTED = (UpdateState.SENDING, UpdateState.PAUSED, UpdateState.DONE)


class UpdateQuerySet(models.QuerySet["Update"]):
    def on_the_way(self) -> "UpdateQuerySet":
        return self.filter(state=UpdateState.SENDING)


class Update(models.Model):
    """One mail to many. Its words are fixed from the moment it is queued."""

    petition = models.ForeignKey(
        "petition.Petition",
        verbose_name=_("petition"),
        on_delete=models.PROTECT,
        related_name="updates",
        help_text=_("Goes to those who signed it and said yes to mail from the campaign."),
    )
    subject = models.CharField(
        _("subject"), max_length=120, help_text=_("You can use {petition}, its title.")
    )
    text = models.TextField(
        _("text"),
        max_length=10_000,
        help_text=_(
            "An empty line begins a paragraph. You can use {petition}, {ask}, {campaign_link}, "
            "{share_link} and {signature_link}; a link that stands alone becomes a button."
        ),
    )
    pace = models.PositiveIntegerField(
        _("mails per minute"),
        default=600,
        validators=[MinValueValidator(1), MaxValueValidator(6000)],
        help_text=_("Slower is kinder to mail servers that don't know you yet."),
    )
    state = models.CharField(
        _("state"), max_length=8, choices=UpdateState, default=UpdateState.DRAFT
    )
    # Digest of the words that their author has seen in the own mailbox.
    tried = models.CharField(max_length=64, blank=True, editable=False)
    expected = models.PositiveIntegerField(_("people when queued"), null=True, editable=False)
    # How far the worker has come through the signatures.
    reached = models.BigIntegerField(default=0, editable=False)
    filled_at = models.DateTimeField(null=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    queued_at = models.DateTimeField(_("queued"), null=True, editable=False)
    finished_at = models.DateTimeField(_("finished"), null=True, editable=False)

    objects = UpdateQuerySet.as_manager()

    panels = [
        FieldPanel("petition"),
        FieldPanel("subject"),
        FieldPanel("text"),
        FieldPanel("pace"),
    ]

    class Meta:
        verbose_name = _("update to signers")
        verbose_name_plural = _("updates to signers")
        ordering = ["-pk"]
        permissions = [("send_update", _("Can send updates to signers"))]
        constraints = [
            models.CheckConstraint(
                name="update_state_known", condition=models.Q(state__in=UpdateState.values)
            ),
            models.CheckConstraint(name="update_pace_above_zero", condition=models.Q(pace__gt=0)),
        ]

    def __str__(self) -> str:
        return self.subject

    def clean(self) -> None:
        check_words(kind=MailKind.UPDATE, subject=self.subject, text=self.text)

    @property
    def digest(self) -> str:
        words = f"{self.petition_id}\n{self.subject}\n{self.text}"
        return hashlib.sha256(words.encode()).hexdigest()

    @property
    def is_tried(self) -> bool:
        """Its author has got exactly these words."""
        return self.tried == self.digest

    @property
    def is_draft(self) -> bool:
        return self.state == UpdateState.DRAFT
