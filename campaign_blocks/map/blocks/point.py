"""wagtailgeowidget's Leaflet block, made safe for drafts."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtailgeowidget.blocks import LeafletBlock

from campaign_blocks.map.point import Point, PointError, read_pair, read_stored
from campaign_blocks.map.widgets import LocationInput


class PointBlock(LeafletBlock):
    """Its value is {"lat", "lng", "srid"}, or None while there is no point.

    The block of the package drops required and help_text, and raises on an empty text, which a
    blocked script makes an autosave store: the page editor would not open again.
    """

    def __init__(self, required: bool = True, help_text: Any = None, **kwargs: Any) -> None:
        super().__init__(required=required, help_text=help_text, **kwargs)
        self.field_options = {"required": required, "help_text": help_text}

    @cached_property
    def field(self) -> forms.Field:
        widget = LocationInput(
            srid=4326,
            id_prefix="",
            address_field=self.address_field,
            zoom_field=self.zoom_field,
            hide_latlng=self.hide_latlng,
        )
        return forms.CharField(widget=widget, max_length=80, **self.field_options)

    def to_python(self, value: Any) -> dict[str, str] | None:
        point = read_point(value)
        return as_value(point) if point else None

    def value_from_form(self, value: Any) -> Any:
        """The point when the text is one, else the text itself, for clean() to refuse."""
        return self.to_python(value) or value or None

    def value_for_form(self, value: Any) -> str | None:
        point = read_point(value)
        return str(point) if point else None

    def clean(self, value: Any) -> Any:
        if value and read_point(value) is None:
            raise ValidationError(_("Click on the map, or write 37.77,-122.42."))
        return super().clean(value)

    def get_prep_value(self, value: Any) -> Any:
        return self.to_python(value)


def as_value(point: Point) -> dict[str, str]:
    return {"lat": str(point.latitude), "lng": str(point.longitude), "srid": "4326"}


def read_point(value: Any) -> Point | None:
    if not isinstance(value, dict):
        return read_stored(value)
    try:
        return read_pair(value.get("lat"), value.get("lng"))
    except PointError:
        return None
