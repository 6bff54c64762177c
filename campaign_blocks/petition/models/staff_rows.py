"""Short lists that staff write for one petition."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from campaign_blocks.petition.models.choices import MailKind, ShareChannel, ThanksStepKind
from campaign_blocks.petition.models.mail_words import check_words


class AskingOrganization(Orderable):
    """An organization that asks signers whether it may write to them."""

    petition = ParentalKey(
        "petition.Petition", on_delete=models.CASCADE, related_name="asking_organizations"
    )
    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("organization"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    objects: ClassVar[models.Manager["AskingOrganization"]] = models.Manager()

    class Meta(Orderable.Meta):
        verbose_name = _("organization that asks for consent")
        verbose_name_plural = _("organizations that ask for consent")
        constraints = [
            models.UniqueConstraint(
                fields=["petition", "organization"],
                name="petition_organization_asks_once",
                violation_error_message=_("This organization asks already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.organization)

    def clean(self) -> None:
        """People agree to what a policy tells them; without one they can not."""
        super().clean()
        if self.organization_id and not self.organization.privacy_url:
            words = _(
                "%(name)s has no privacy policy on record, so people can't agree to its emails. "
                "Add the address of its policy to the organization first."
            )
            raise ValidationError({"organization": words % {"name": self.organization.name}})


class ThanksStep(Orderable):
    """One ask of the thank-you page, in the order that staff chose."""

    petition = ParentalKey(
        "petition.Petition", on_delete=models.CASCADE, related_name="thanks_steps"
    )
    kind = models.CharField(_("step"), max_length=10, choices=ThanksStepKind)
    heading = models.CharField(_("heading"), max_length=80, blank=True)
    text = models.CharField(_("text"), max_length=300, blank=True)
    url = models.URLField(
        _("address"), blank=True, validators=[URLValidator(schemes=["http", "https"])]
    )
    button = models.CharField(_("button"), max_length=40, blank=True)
    objects: ClassVar[models.Manager["ThanksStep"]] = models.Manager()

    class Meta(Orderable.Meta):
        verbose_name = _("step after signing")
        verbose_name_plural = _("steps after signing")
        constraints = [
            models.CheckConstraint(
                name="petition_step_link_has_address",
                condition=~models.Q(kind__in=[ThanksStepKind.DONATE, ThanksStepKind.LINK])
                | ~models.Q(url=""),
                violation_error_message=_("Enter the address that this step leads to."),
            )
        ]

    def __str__(self) -> str:
        return self.heading or self.get_kind_display()

    def clean(self) -> None:
        super().clean()
        if self.kind in (ThanksStepKind.DONATE, ThanksStepKind.LINK) and not self.url:
            raise ValidationError({"url": _("Enter the address that this step leads to.")})


class ShareText(models.Model):
    """The words for one channel, where the general ones do not fit."""

    petition = ParentalKey(
        "petition.Petition", on_delete=models.CASCADE, related_name="share_texts"
    )
    channel = models.CharField(_("channel"), max_length=10, choices=ShareChannel)
    text = models.CharField(_("text"), max_length=500)

    class Meta:
        verbose_name = _("text for one channel")
        verbose_name_plural = _("texts for single channels")
        constraints = [
            models.UniqueConstraint(
                fields=["petition", "channel"],
                name="petition_one_text_per_channel",
                violation_error_message=_("This channel has a text already."),
            )
        ]

    def __str__(self) -> str:
        return self.get_channel_display()


class PetitionMail(models.Model):
    """Staff's own words for one kind of mail of one petition."""

    petition = ParentalKey("petition.Petition", on_delete=models.CASCADE, related_name="mails")
    kind = models.CharField(
        _("mail"),
        max_length=20,
        choices=[one for one in MailKind.choices if one[0] not in ("update", "manage")],
    )
    subject = models.CharField(
        _("subject"), max_length=120, help_text=_("You can use {petition}, its title.")
    )
    text = models.TextField(
        _("text"),
        max_length=5000,
        help_text=_(
            "An empty line begins a paragraph. You can use {petition}, {ask}, {campaign_link}, "
            "{share_link}, {signature_link}; in mails that ask for confirmation {confirm_link}; in "
            "the thank-you {letter_link}. A link that stands alone becomes a button."
        ),
    )
    panels = [FieldPanel("kind"), FieldPanel("subject"), FieldPanel("text")]

    class Meta:
        verbose_name = _("mail in your own words")
        verbose_name_plural = _("mails in your own words")
        constraints = [
            models.UniqueConstraint(
                fields=["petition", "kind"],
                name="petition_one_text_per_mail",
                violation_error_message=_("This mail has words of yours already."),
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    def clean(self) -> None:
        check_words(kind=self.kind, subject=self.subject, text=self.text)
