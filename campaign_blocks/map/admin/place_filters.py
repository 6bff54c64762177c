"""How staff narrow the list of places."""

from itertools import groupby
from typing import Any

from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, ChoiceFilter  # type: ignore[import-untyped]
from wagtail.admin.filters import WagtailFilterSet

from campaign_blocks.map.models import Kind, Place
from campaign_blocks.map.querysets import PlaceQuerySet
from campaign_blocks.map.shapes.countries import COUNTRIES
from campaign_blocks.map.shapes.names import STATES


class PlaceFilterSet(WagtailFilterSet):
    """Maps and kinds come in one query, also when one of them is chosen."""

    map = ChoiceFilter(label=_("Map"), field_name="map_id", empty_label=_("All"))
    kind = ChoiceFilter(label=_("Kind"), field_name="kind_id", empty_label=_("All"))
    state = ChoiceFilter(label=_("State"), choices=list(STATES.items()))
    country = ChoiceFilter(label=_("Country"), choices=list(COUNTRIES.items()))
    live = BooleanFilter(label=_("Published"))
    sourceless = BooleanFilter(
        label=_("No link to the source"), field_name="source_url", method="without_source"
    )
    pointless = BooleanFilter(
        label=_("No point on the map"), field_name="latitude", lookup_expr="isnull"
    )

    class Meta:
        model = Place
        fields = ["map", "kind", "live", "verified", "status", "precision", "state", "country"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = Kind.objects.select_related("map").order_by("map__title", "map", "sort_order", "pk")
        of_maps = [(map_, list(them)) for map_, them in groupby(kinds, key=lambda kind: kind.map)]
        self.filters["map"].extra["choices"] = [(map_.pk, map_.title) for map_, _them in of_maps]
        self.filters["kind"].extra["choices"] = [
            (map_.title, [(kind.pk, kind.label) for kind in them]) for map_, them in of_maps
        ]

    def without_source(self, places: PlaceQuerySet, name: str, wanted: bool) -> PlaceQuerySet:
        return places.filter(source_url="") if wanted else places.exclude(source_url="")
