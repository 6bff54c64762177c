from datetime import datetime

from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField

from campaign_blocks.petition.models import petition_rules
from campaign_blocks.petition.models.asking import AskingSettings
from campaign_blocks.petition.models.choices import (
    ConsentMode,
    FieldMode,
    GoalMode,
    PetitionKind,
)
from campaign_blocks.petition.models.letter_settings import LetterSettings
from campaign_blocks.petition.models.preview import PetitionPreview
from campaign_blocks.petition.models.staff_rows import AskingOrganization
from campaign_blocks.petition.models.switch import Switch, SwitchName


class PetitionQuerySet(models.QuerySet["Petition"]):
    def open(self) -> "PetitionQuerySet":
        """Those that can be signed at this moment, by the clock of the web server."""
        return self.open_at(timezone.now())

    def open_at(self, moment: datetime) -> "PetitionQuerySet":
        return self.filter(
            models.Q(opens_at=None) | models.Q(opens_at__lte=moment),
            models.Q(closes_at=None) | models.Q(closes_at__gt=moment),
            models.Q(won_at=None) | models.Q(won_at__gt=moment),
        )

    def petitions(self) -> "PetitionQuerySet":
        return self.filter(kind=PetitionKind.PETITION)

    def signups(self) -> "PetitionQuerySet":
        return self.filter(kind=PetitionKind.SIGNUP)

    def for_sections(self) -> "PetitionQuerySet":
        """Adds `others_ask`: whether organizations ask for consent on this petition's form; and
        `signing_waits`: whether staff paused signing."""
        others = AskingOrganization.objects.filter(petition=models.OuterRef("pk"))
        pause = Switch.objects.filter(name=SwitchName.SIGNING, paused=True)
        return self.annotate(others_ask=models.Exists(others), signing_waits=models.Exists(pause))

    def with_counts(self) -> "PetitionQuerySet":
        """Adds `confirmed`: the public number, rolled up by the worker."""
        return self.annotate(confirmed=Coalesce("count__confirmed", 0))


# The plugin does not see the managers of rows that inherit from Wagtail's untyped Orderable.
class Petition(PetitionPreview, AskingSettings, LetterSettings, ClusterableModel):  # type: ignore[django-manager-missing]
    """What people sign. A local sign-up is the same engine with other words."""

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(_("web address"), max_length=80, unique=True)
    kind = models.CharField(
        _("kind"), max_length=10, choices=PetitionKind, default=PetitionKind.PETITION
    )
    ask = models.CharField(
        _("ask"), max_length=300, blank=True, help_text=_("What you demand, in one sentence.")
    )
    text = RichTextField(_("text"), blank=True, features=["bold", "italic", "link", "ul", "ol"])
    button_label = models.CharField(_("button"), max_length=40, blank=True)
    privacy_note = models.CharField(
        _("who gets the data"),
        max_length=300,
        blank=True,
        help_text=_("One sentence under the button that names the organizations."),
    )
    privacy_url = models.URLField(_("privacy policy"), blank=True)

    consent_mode = models.CharField(
        _("how consent is asked"), max_length=10, choices=ConsentMode, default=ConsentMode.ASK
    )
    consent_statement = models.TextField(
        _("consent statement"),
        blank=True,
        help_text=_("Shown word for word and kept with every signature."),
    )
    confirm_by_mail = models.BooleanField(
        _("confirm by e-mail"),
        default=True,
        help_text=_("A signature counts after the signer presses the button in the mail."),
    )
    remind = models.BooleanField(
        _("remind once"),
        default=True,
        help_text=_("One more mail after two days to those who have not pressed the button."),
    )

    show_from = models.PositiveIntegerField(
        _("show the count from"), default=250, help_text=_("Low numbers keep people from signing.")
    )
    goal_mode = models.CharField(
        _("goal"), max_length=10, choices=GoalMode, default=GoalMode.MILESTONES
    )
    goal = models.PositiveIntegerField(_("fixed goal"), null=True, blank=True)
    goal_reason = models.CharField(_("what happens at the goal"), max_length=200, blank=True)

    opens_at = models.DateTimeField(_("opens"), null=True, blank=True)
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    closed_text = models.TextField(_("text when closed"), blank=True)
    won_at = models.DateTimeField(
        _("won"),
        null=True,
        blank=True,
        help_text=_("From this moment on the victory text stands in place of the form."),
    )
    victory_text = models.TextField(_("victory text"), blank=True)

    thanks_title = models.CharField(_("thank-you headline"), max_length=80, blank=True)
    thanks_text = models.TextField(_("thank-you text"), blank=True)
    share_text = models.CharField(_("text for sharing"), max_length=200, blank=True)
    mail_from_name = models.CharField(_("sender of mails"), max_length=80, blank=True)

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("campaign page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Where the petition lives; share links lead there."),
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PetitionQuerySet.as_manager()

    class Meta:
        verbose_name = _("petition")
        verbose_name_plural = _("petitions")
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                name="petition_fixed_goal_has_reason",
                condition=~models.Q(goal_mode=GoalMode.FIXED)
                | (models.Q(goal__gt=0) & ~models.Q(goal_reason="")),
                violation_error_message=_("Say what happens when the fixed goal is reached."),
            ),
            models.CheckConstraint(
                name="petition_closes_after_it_opens",
                condition=models.Q(opens_at=None)
                | models.Q(closes_at=None)
                | models.Q(closes_at__gt=models.F("opens_at")),
                violation_error_message=_("Choose a closing time after the opening time."),
            ),
            models.CheckConstraint(
                name="petition_statement_has_words",
                condition=~models.Q(consent_mode=ConsentMode.STATEMENT)
                | ~models.Q(consent_statement=""),
                violation_error_message=_("Write the consent statement that people agree to."),
            ),
            models.CheckConstraint(
                name="petition_victory_has_words",
                condition=models.Q(won_at=None) | ~models.Q(victory_text=""),
                violation_error_message=_("Write what was won, in the victory text."),
            ),
            models.CheckConstraint(
                name="petition_phone_has_reason",
                condition=models.Q(phone_mode=FieldMode.OFF) | ~models.Q(phone_reason=""),
                violation_error_message=_("Say why you ask for a phone number."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        petition_rules.check(self)

    def get_absolute_url(self) -> str:
        return reverse("petition:detail", args=[self.slug])

    @property
    def consent_asked(self) -> ConsentMode:
        """How the form asks: a statement gives way to an unticked box where it may be no consent.

        Saving refuses such a petition; this is for those that were saved before it did.
        """
        if self.consent_mode == ConsentMode.STATEMENT and not self.is_for_us_alone:
            return ConsentMode.CHECKBOX
        return ConsentMode(self.consent_mode)

    @property
    def is_signup(self) -> bool:
        return self.kind == PetitionKind.SIGNUP

    @property
    def is_open(self) -> bool:
        now = timezone.now()
        return (
            not self.is_ahead
            and not self.is_won
            and (self.closes_at is None or now < self.closes_at)
        )

    @property
    def is_over(self) -> bool:
        """Won, or closed by its hour: it will not be signed again."""
        return not self.is_open and not self.is_ahead

    @property
    def is_won(self) -> bool:
        return self.won_at is not None and self.won_at <= timezone.now()

    @property
    def is_ahead(self) -> bool:
        return self.opens_at is not None and timezone.now() < self.opens_at
