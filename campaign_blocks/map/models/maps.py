from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from campaign_blocks.map.point import Point, read_stored
from campaign_blocks.map.shapes.areas import US, WORLD, Areas

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from campaign_blocks.map.models.imports import ImportRun
    from campaign_blocks.map.models.kinds import Kind
    from campaign_blocks.map.models.places import Place


WEB = URLValidator(schemes=["http", "https"])


class Basemap(models.TextChoices):
    US_STATES = "us_states", _("The states of the US")
    WORLD = "world", _("The countries of the world")
    NONE = "none", _("No shapes: list and table only")


class MapQuerySet(models.QuerySet["Map"]):
    def published(self) -> "MapQuerySet":
        return self.filter(published=True)

    def first_or_named(self, slug: str) -> "Map | None":
        """The map of that slug; without a slug the oldest published one."""
        maps = self.published().order_by("pk")
        return (maps.filter(slug=slug) if slug else maps).first()


class Map(ClusterableModel):
    """A collection of places that campaigners count."""

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(_("slug"), max_length=60)
    intro = models.TextField(_("introduction"), blank=True)
    basemap = models.CharField(
        _("background"), max_length=20, choices=Basemap.choices, default=Basemap.US_STATES
    )
    attribution = models.TextField(
        _("credit"), blank=True, help_text=_("Who the data is from. Shown below the map.")
    )
    licence = models.CharField(_("licence"), max_length=120, blank=True)
    licence_url = models.URLField(_("link to the licence"), blank=True, validators=[WEB])
    view_location = models.CharField(
        _("middle of the first view"),
        max_length=80,
        blank=True,
        help_text=_("Empty: the map begins with everything it shows."),
    )
    view_zoom = models.PositiveSmallIntegerField(
        _("zoom of the first view"),
        default=5,
        validators=[MinValueValidator(2), MaxValueValidator(16)],
        help_text=_("2 shows a continent, 12 a town."),
    )
    takes_reports = models.BooleanField(
        _("visitors may report places"),
        default=True,
        help_text=_("What they report waits for you in “Reports”."),
    )
    report_email = models.EmailField(
        _("address for corrections"),
        blank=True,
        help_text=_("Visitors write here when a place is wrong or missing."),
    )
    published = models.BooleanField(_("published"), default=True)

    objects = MapQuerySet.as_manager()

    kinds: "RelatedManager[Kind]"
    places: "RelatedManager[Place]"
    imports: "RelatedManager[ImportRun]"

    class Meta:
        verbose_name = _("map")
        verbose_name_plural = _("maps")
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                name="map_map_slug_once",
                violation_error_message=_("Another map has this slug. Choose a different one."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def areas(self) -> Areas:
        """What its places are counted by."""
        return WORLD if self.basemap == Basemap.WORLD else US

    @property
    def view(self) -> Point | None:
        return read_stored(self.view_location)

    def get_absolute_url(self) -> str:
        return f"{reverse('map:full')}?map={self.slug}"
