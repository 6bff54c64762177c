from typing import TYPE_CHECKING

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from campaign_blocks.map.models.places import Place


Counts = dict[str, dict[int, int]]  # {state: {kind id: places}}


class Meaning(models.TextChoices):
    """What a place of this kind says about the campaign's subject."""

    IN_USE = "in_use", _("In use")
    PENDING = "pending", _("Being decided")
    REGULATED = "regulated", _("Regulated")
    BANNED = "banned", _("Banned")
    WON = "won", _("Won")


class Shape(models.TextChoices):
    """The mark on the map: kinds differ by shape first, by colour second."""

    DOT = "dot", _("Dot")
    RING = "ring", _("Ring")
    SQUARE = "square", _("Square")
    DIAMOND = "diamond", _("Diamond")
    TRIANGLE = "triangle", _("Triangle")


class Tone(models.TextChoices):
    """Named colours of the site's design."""

    ALARM = "alarm", _("Alarm")
    SUPPORT = "support", _("Support")
    INK = "ink", _("Ink")
    MUTED = "muted", _("Muted")


class Kind(Orderable):
    """A sort of place; every map names its own."""

    map = ParentalKey(
        "map.Map", on_delete=models.CASCADE, related_name="kinds", verbose_name=_("map")
    )
    label = models.CharField(_("label"), max_length=40)
    singular = models.CharField(
        _("one of them"), max_length=40, blank=True, help_text=_("As in “1 ban”.")
    )
    plural = models.CharField(
        _("several of them"), max_length=40, blank=True, help_text=_("As in “12 bans”.")
    )
    slug = models.SlugField(_("slug"), max_length=40)
    meaning = models.CharField(
        _("meaning"), max_length=12, choices=Meaning.choices, default=Meaning.IN_USE
    )
    tone = models.CharField(_("colour"), max_length=12, choices=Tone.choices, default=Tone.INK)
    shape = models.CharField(_("mark"), max_length=12, choices=Shape.choices, default=Shape.DOT)
    aliases = models.TextField(
        _("names in imported files"),
        blank=True,
        help_text=_("One per line, for example “Face Recognition”."),
    )

    places: "RelatedManager[Place]"

    class Meta(Orderable.Meta):
        verbose_name = _("kind of place")
        verbose_name_plural = _("kinds of places")
        ordering = ["map", "sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["map", "slug"],
                name="map_kind_slug_once_per_map",
                violation_error_message=_("This map has a kind with this slug already."),
            )
        ]

    def __str__(self) -> str:
        return self.label

    def counted(self, number: int) -> str:
        """“1 ban”, “12 bans”."""
        return f"{number} {(self.singular if number == 1 else self.plural) or self.label}"

    @property
    def names(self) -> set[str]:
        """Every name, as a slug, that an imported file may use for this kind."""
        return {self.slug, slugify(self.label), *map(slugify, self.aliases.splitlines())} - {""}
