from django.db import models
from django.utils.translation import gettext_lazy as _


class FormerAddress(models.Model):
    """Where a person's page was before their name changed; the old address leads to the new."""

    slug = models.SlugField(_("former address"), max_length=100, unique=True)
    legislator = models.ForeignKey(
        "scoreboard.Legislator",
        models.CASCADE,
        related_name="former_addresses",
        verbose_name=_("legislator"),
    )

    class Meta:
        ordering = ["slug"]
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        default_permissions = ()

    def __str__(self) -> str:
        return self.slug
