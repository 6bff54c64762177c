from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

HEADLINE = 60
PARAGRAPH = 400


class PartnerPageQuerySet(models.QuerySet["PartnerPage"]):
    def active(self) -> Self:
        return self.filter(active=True)

    def for_visitors(self) -> Self:
        """Everything that a greeting and its campaign page need, in one query."""
        return self.select_related("organization__logo", "page")


class PartnerPage(index.Indexed, models.Model):
    """A partner's landing page: the campaign's own page under the partner's greeting.

    It keeps only what differs, so that a change of the campaign shows here at once.
    """

    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("organization"),
        on_delete=models.CASCADE,
        related_name="partner_pages",
    )
    slug = models.SlugField(
        _("web address"),
        max_length=60,
        unique=True,
        blank=True,
        help_text=_("The last part of /with/…/. Empty: the organization's short name."),
        error_messages={"unique": _("Another partner has this address. Choose a different one.")},
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("campaign page"),
        on_delete=models.CASCADE,
        related_name="partner_pages",
    )
    petition = models.ForeignKey(
        "petition.Petition",
        verbose_name=_("petition"),
        on_delete=models.PROTECT,
        related_name="partner_pages",
        help_text=_("The petition whose signatures are counted for this partner."),
    )
    headline = models.CharField(
        _("greeting headline"),
        max_length=HEADLINE,
        help_text=_("At most 60 characters."),
        error_messages={
            "max_length": _(
                "Keep the headline to %(limit_value)d characters. It has %(show_value)d."
            )
        },
    )
    paragraph = models.CharField(
        _("greeting"),
        max_length=PARAGRAPH,
        blank=True,
        help_text=_("At most 400 characters. An empty line begins a new paragraph."),
        error_messages={
            "max_length": _(
                "Keep the greeting to %(limit_value)d characters. It has %(show_value)d."
            )
        },
    )
    privacy_url = models.URLField(
        _("privacy policy"),
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text=_("Empty: the organization's own. Visitors see it where they agree to e-mails."),
    )
    active = models.BooleanField(
        _("active"),
        default=True,
        help_text=_("Switched off, the address leads to the campaign page; signatures are kept."),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = PartnerPageQuerySet.as_manager()

    search_fields = [
        index.SearchField("headline", boost=2),
        index.SearchField("paragraph"),
        index.SearchField("partner_name", boost=2),
        index.AutocompleteField("partner_name"),
        index.FilterField("active"),
    ]

    class Meta:
        verbose_name = _("partner page")
        verbose_name_plural = _("partner pages")
        ordering = ["organization__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "page"],
                name="partners_partnerpage_one_per_campaign",
                violation_error_message=_("This organization already has a page for it."),
            ),
            models.CheckConstraint(
                name="partners_partnerpage_slug_not_blank",
                condition=~models.Q(slug=""),
                violation_error_message=_("Choose a web address."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organization} · {self.page.title}"

    def get_absolute_url(self) -> str:
        return reverse("partners:landing", args=[self.slug])

    @property
    def partner_name(self) -> str:
        return self.organization.name

    @property
    def privacy_policy(self) -> str:
        return self.privacy_url or self.organization.privacy_url

    def clean(self) -> None:
        super().clean()
        if not self.slug and self.organization_id:
            self.slug = self.organization.slug
        if self.organization_id and not self.privacy_policy:
            raise ValidationError(
                {
                    "privacy_url": _(
                        "Add the address of the privacy policy. Visitors see it before they "
                        "agree to e-mails from this partner."
                    )
                }
            )
        if self.page_id and not hasattr(self.page.specific_class, "serve_with_overlay"):
            raise ValidationError(
                {"page": _("Choose a campaign page: this page cannot show a partner's greeting.")}
            )
