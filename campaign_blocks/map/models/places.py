from collections.abc import Collection, Sequence
from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin
from wagtail.search import index

from campaign_blocks.map.dates import DatePrecision, show_rough_date
from campaign_blocks.map.models.maps import WEB, Basemap
from campaign_blocks.map.point import Point, read_stored
from campaign_blocks.map.querysets import PlaceQuerySet
from campaign_blocks.map.shapes.countries import COUNTRIES
from campaign_blocks.map.shapes.names import STATES

HOME = "US"


class Precision(models.TextChoices):
    EXACT = "exact", _("The place itself")
    CITY = "city", _("The middle of the city")
    STATE = "state", _("The middle of the state or country")


class Status(models.TextChoices):
    ACTIVE = "active", _("In use")
    IN_FORCE = "in_force", _("In force")
    PROPOSED = "proposed", _("Proposed")
    WEAKENED = "weakened", _("Weakened")
    ENDED = "ended", _("Ended")
    EXPIRED = "expired", _("Expired")


class Place(PreviewableMixin, DraftStateMixin, RevisionMixin, index.Indexed, models.Model):
    """One place on a map, with the source that says so; in review until it is published."""

    map = models.ForeignKey(
        "map.Map", on_delete=models.CASCADE, related_name="places", verbose_name=_("map")
    )
    kind = models.ForeignKey(
        "map.Kind", on_delete=models.PROTECT, related_name="places", verbose_name=_("kind")
    )
    external_id = models.CharField(
        _("number in the source"), max_length=60, blank=True, help_text=_("Used by imports.")
    )
    name = models.CharField(_("name"), max_length=200)
    city = models.CharField(_("city"), max_length=100, blank=True)
    state = models.CharField(
        _("state"), max_length=60, blank=True, help_text=_("Two letters in the US, such as CA.")
    )
    country = models.CharField(_("country"), max_length=2, default=HOME)
    location = models.CharField(_("location"), max_length=80, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=6, null=True, editable=False)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, editable=False)
    precision = models.CharField(
        _("the point is"), max_length=8, choices=Precision.choices, default=Precision.EXACT
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, blank=True)
    scope = models.CharField(
        _("who it covers"), max_length=120, blank=True, help_text=_("Such as “police”.")
    )
    start_date = models.DateField(_("since"), null=True, blank=True)
    start_precision = models.CharField(
        _("since is known to the"),
        max_length=5,
        choices=DatePrecision.choices,
        default=DatePrecision.DAY,
    )
    status_date = models.DateField(
        _("date of the status"), null=True, blank=True, help_text=_("When it ended or changed.")
    )
    status_precision = models.CharField(
        _("that date is known to the"),
        max_length=5,
        choices=DatePrecision.choices,
        default=DatePrecision.DAY,
    )
    description = models.TextField(_("description"), blank=True)
    image = models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
    )
    image_alt = models.CharField(
        _("what the picture shows"),
        max_length=255,
        blank=True,
        help_text=_("What would you tell someone on the phone that it shows?"),
    )
    source = models.CharField(_("source"), max_length=255, blank=True)
    source_url = models.URLField(_("link to the source"), max_length=600, validators=[WEB])
    action_url = models.URLField(
        _("link to an action"),
        max_length=600,
        blank=True,
        validators=[WEB],
        help_text=_("A local petition or meeting."),
    )
    verified = models.BooleanField(
        _("checked"), default=False, help_text=_("Somebody has read the source.")
    )
    verified_by = models.CharField(
        _("checked by"), max_length=120, blank=True, help_text=_("A name or an organization.")
    )
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    revisions = GenericRelation("wagtailcore.Revision", related_query_name="place")

    objects = PlaceQuerySet.as_manager()
    _stored_location: str | None = None

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("city"),
        index.AutocompleteField("city"),
        index.SearchField("state_name"),
        index.SearchField("description"),
        index.FilterField("live"),
        index.FilterField("state"),
    ]

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["state", "name", "pk"]
        indexes = [
            models.Index(fields=["map", "live", "state", "kind"], name="map_place_by_state"),
            models.Index(fields=["map", "live", "country", "kind"], name="map_place_by_country"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["map", "external_id"],
                condition=~Q(external_id=""),
                name="map_place_source_number_once",
                violation_error_message=_("This map has a place with this number already."),
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True) | Q(latitude__gte=-90, latitude__lte=90),
                name="map_place_latitude_on_earth",
            ),
            models.CheckConstraint(
                condition=Q(longitude__isnull=True) | Q(longitude__gte=-180, longitude__lte=180),
                name="map_place_longitude_on_earth",
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="map_place_point_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(status_date__isnull=True)
                | Q(start_date__isnull=True)
                | Q(status_date__gte=F("start_date")),
                name="map_place_status_after_start",
                violation_error_message=_("The date of the status is before “since”."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.state}" if self.state else self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.keep_point_in_step()
        fields: Sequence[str] | None = kwargs.get("update_fields")
        if fields is not None and {"location", "latitude", "longitude"} & set(fields):
            kwargs["update_fields"] = {*fields, "location", "latitude", "longitude"}
        super().save(*args, **kwargs)
        self._stored_location = self.location

    def get_absolute_url(self) -> str:
        return reverse("map:place", args=[self.pk])

    @classmethod
    def from_db(
        cls, db: str | None, field_names: Collection[str], values: Collection[Any], **kwargs: Any
    ) -> "Place":
        place = super().from_db(db, field_names, values, **kwargs)
        place._stored_location = place.__dict__.get("location")
        return place

    def clean(self) -> None:
        super().clean()
        self.keep_point_in_step()
        if self.location and self.latitude is None:
            raise ValidationError({"location": _("Click on the map, or write 37.77,-122.42.")})
        if self.kind_id and self.map_id and self.kind.map_id != self.map_id:
            raise ValidationError({"kind": _("Choose a kind of this map.")})
        if self.map_id and self.map.basemap == Basemap.US_STATES and self.state not in STATES:
            raise ValidationError({"state": _("Write the state's two letters, such as CA.")})
        if self.map_id and self.map.basemap == Basemap.WORLD and self.country not in COUNTRIES:
            raise ValidationError({"country": _("Write the country's two letters, such as DE.")})
        if self.image_id and not self.image_alt:
            raise ValidationError({"image_alt": _("Say what the picture shows.")})

    def keep_point_in_step(self) -> None:
        """The location text that an editor changed wins; else the two columns do."""
        if self.location != (self._stored_location or ""):
            point = read_stored(self.location)
            self.latitude = point.latitude if point else None
            self.longitude = point.longitude if point else None
        elif self.latitude is not None and self.longitude is not None:
            self.location = str(Point(self.latitude, self.longitude))
        else:
            self.location = ""

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "map/place.html"

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        # The reading of a place needs this model.
        from campaign_blocks.map.place_reading import place_context

        return {**super().get_preview_context(request, mode_name), **place_context(self)}

    @property
    def point(self) -> Point | None:
        if self.latitude is None or self.longitude is None:
            return None
        return Point(self.latitude, self.longitude)

    @property
    def state_name(self) -> str:
        return STATES.get(self.state, self.state) if self.country == HOME else self.state

    @property
    def area_name(self) -> str:
        """Of the state or the country by which its map counts."""
        areas = self.map.areas
        code = str(getattr(self, areas.field))
        return areas.names.get(code, code)

    @property
    def where(self) -> str:
        """“Oakland, California”; never the name twice."""
        abroad = COUNTRIES.get(self.country, "") if self.country != HOME else ""
        parts = [self.city if self.city != self.name else "", self.state_name, abroad]
        return ", ".join(part for part in parts if part)

    @property
    def since(self) -> str:
        return show_rough_date(self.start_date, self.start_precision)

    @property
    def status_since(self) -> str:
        return show_rough_date(self.status_date, self.status_precision)
