"""The editors' location field: wagtailgeowidget over shapes and scripts of our own."""

import json
from typing import Any

from django import forms
from django.conf import settings
from django.templatetags.static import static
from wagtail.admin.telepath import register
from wagtailgeowidget.panels import LeafletPanel
from wagtailgeowidget.widgets import LeafletField, LeafletFieldAdapter

SHAPES = "map/shapes/us_states.topo.json"
OPTIONS = "data-leaflet-field-options-value"


def location_media(widget: object = None) -> forms.Media:
    """The package would load Leaflet from a foreign server, which would see every editor."""
    return forms.Media(
        css={"all": ("map/vendor/leaflet/leaflet.css", "wagtailgeowidget/css/leaflet-field.css")},
        js=(
            "map/vendor/leaflet/leaflet.js",
            "wagtailgeowidget/js/leaflet-field.js",
            "wagtailgeowidget/js/leaflet-field-controller.js",
            "map/topology.js",
            "map/admin/location-field.js",
        ),
    )


def own_options() -> dict[str, Any]:
    """An empty tile layer means: no request to anybody."""
    credit = {"attribution": getattr(settings, "MAP_TILE_ATTRIBUTION", "")}
    return {
        "tileLayer": getattr(settings, "MAP_TILE_URL", ""),
        "tileLayerOptions": credit,
        "shapes": static(SHAPES),
    }


class LocationInput(LeafletField):
    media = property(location_media)

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        attrs: dict[str, Any] = super().build_attrs(*args, **kwargs)
        if OPTIONS in attrs:
            options = {**json.loads(attrs[OPTIONS]), **own_options()}
            attrs[OPTIONS] = json.dumps(options, default=str)
        return attrs


class LocationInputAdapter(LeafletFieldAdapter):
    """For blocks. The package's own would store the default location in every new block."""

    js_constructor = "campaign_blocks.map.widgets.LocationInput"

    def js_args(self, widget: LocationInput) -> list[Any]:
        *args, options = super().js_args(widget)
        return [*args, {**options, **own_options()}]

    class Media:
        js = [
            "wagtailgeowidget/js/leaflet-field-telepath.js",
            "map/admin/location-block.js",
        ]


register(LocationInputAdapter(), LocationInput)


class LocationPanel(LeafletPanel):
    """LeafletPanel with our input."""

    def widget_overrides(self) -> dict[str, forms.Widget]:
        return {
            self.field_name: LocationInput(
                srid=4326, id_prefix="id_", zoom=self.zoom, hide_latlng=self.hide_latlng
            )
        }
