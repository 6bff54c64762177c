from collections.abc import Sequence
from typing import Any, Self

from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.images import get_image_model, get_image_model_string
from wagtail.search import index

web_address = URLValidator(schemes=["http", "https"])


class OrganizationQuerySet(models.QuerySet["Organization"]):
    def members(self) -> Self:
        return self.filter(member=True)

    def in_order(self) -> Self:
        """As the staff arranged them, then by name."""
        return self.order_by("sort_order", "name")

    def rows(self) -> models.QuerySet["Organization", Any]:
        """What a wall shows of each, without a model object."""
        return self.values_list("pk", "name", "website", "logo_id", named=True)

    def with_logos(self, filters: Sequence[str]) -> Self:
        """Two queries for any number: organizations with their logos, the logos' renditions."""
        return self.select_related("logo").prefetch_related(renditions(filters))


def renditions(filters: Sequence[str]) -> models.Prefetch:
    """Where `get_renditions` of each logo looks before it asks the database."""
    made = get_image_model().get_rendition_model().objects.filter(filter_spec__in=filters)
    return models.Prefetch("logo__renditions", queryset=made, to_attr="prefetched_renditions")


class Organization(index.Indexed, models.Model):
    """An organization that stands behind the campaign, shown by logo or as a word mark."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("short name"),
        max_length=60,
        unique=True,
        help_text=_("Letters, numbers and hyphens, for addresses."),
    )
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Without a logo the name is shown as a word mark."),
    )
    website = models.URLField(_("website"), blank=True, validators=[web_address])
    privacy_url = models.URLField(
        _("privacy policy"),
        blank=True,
        validators=[web_address],
        help_text=_("Needed before visitors can agree to e-mails from this organization."),
    )
    member = models.BooleanField(
        _("member of the coalition"),
        default=True,
        help_text=_("Members appear in every section that shows all members."),
    )
    sort_order = models.PositiveIntegerField(
        _("place in the list"), default=100, help_text=_("Smaller numbers come first.")
    )
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = OrganizationQuerySet.as_manager()

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.FilterField("name"),
        index.FilterField("member"),
        index.FilterField("sort_order"),
    ]

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("logo"),
        MultiFieldPanel([FieldPanel("website"), FieldPanel("privacy_url")], heading=_("Addresses")),
        FieldRowPanel([FieldPanel("member"), FieldPanel("sort_order")], heading=_("On the wall")),
    ]

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ["sort_order", "name"]
        constraints = [
            models.CheckConstraint(
                name="organizations_organization_name_not_blank",
                condition=~models.Q(name=""),
                violation_error_message=_("Enter the organization's name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
