from django.db import models
from django.utils.translation import gettext_lazy as _


# The reverse managers live in files that mypy reads after this one.
class Legislature(models.Model):  # type: ignore[django-manager-missing]
    """A parliament, such as the United States Congress."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    country = models.CharField(
        _("country"), max_length=2, default="US", help_text=_("Two letters, such as US.")
    )
    demonym = models.CharField(
        _("members together"),
        max_length=60,
        blank=True,
        help_text=_("How its members are called together, such as “members of Congress”."),
    )
    area_word = models.CharField(
        _("word for a district"),
        max_length=40,
        default="district",
        help_text=_("Such as “district”, “electorate” or “constituency”."),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("legislature")
        verbose_name_plural = _("legislatures")

    def __str__(self) -> str:
        return self.name


class Chamber(models.Model):  # type: ignore[django-manager-missing]
    """One house of a legislature. Its titles are how members are addressed."""

    legislature = models.ForeignKey(
        Legislature, models.CASCADE, related_name="chambers", verbose_name=_("legislature")
    )
    slug = models.SlugField(_("slug"))
    name = models.CharField(_("name"), max_length=80)
    person_title = models.CharField(
        _("title of a member"), max_length=40, help_text=_("Such as “Senator”.")
    )
    short_title = models.CharField(
        _("short title"), max_length=20, help_text=_("Before the name, such as “Sen.”.")
    )
    seats = models.PositiveSmallIntegerField(
        _("seats"),
        default=0,
        help_text=_("How many people sit in it when it is full; 0 when unknown."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("chamber")
        verbose_name_plural = _("chambers")
        constraints = [
            models.UniqueConstraint(fields=["legislature", "slug"], name="chamber_once"),
        ]

    def __str__(self) -> str:
        return self.name
