"""Everything that the full map, the embed and the block show, in a handful of queries."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.safestring import SafeString

from campaign_blocks.map.counting import kinds_and_counts
from campaign_blocks.map.drawing import MOST_MARKS, Marks, draw_states, marks
from campaign_blocks.map.filters import Filters
from campaign_blocks.map.models import Basemap, Counts, Kind, Map, Place
from campaign_blocks.map.querysets import PlaceQuerySet
from campaign_blocks.map.tally import Tally

PER_PAGE = 50


@dataclass
class MapReading:
    """One map through one visitor's filters."""

    map: Map
    filters: Filters
    path: str
    target: str = ""

    @cached_property
    def counted(self) -> tuple[list[Kind], Counts]:
        return kinds_and_counts(self.map)

    @property
    def kinds(self) -> list[Kind]:
        return self.counted[0]

    @property
    def all_places(self) -> PlaceQuerySet:
        return Place.objects.filter(map=self.map, live=True)

    @cached_property
    def places(self) -> PlaceQuerySet:
        return self.filters.apply(self.all_places, self.map.areas).with_kind()

    @cached_property
    def tally(self) -> Tally:
        kinds, counts = self.counted
        return Tally(counts, kinds, self.filters.kinds, self.map.areas)

    @property
    def is_drawn(self) -> bool:
        return self.map.basemap != Basemap.NONE

    def picture(self) -> SafeString | str:
        """Empty for maps without shapes."""
        if not self.is_drawn:
            return ""
        return draw_states(
            tally=self.tally,
            address=f"{self.path}?{self.kept}state=",
            marked=self.marked(),
            chosen=self.filters.state,
            target=self.target,
        )

    def picture_of_state_pages(self) -> SafeString | str:
        """Its states lead to their own pages."""
        if not self.is_drawn:
            return ""
        address, ending = reverse("map:state", args=["xx"]).split("xx")
        return draw_states(
            tally=self.tally,
            address=address,
            ending=f"{ending}?map={self.map.slug}",
            marked=self.marked(),
        )

    def marked(self) -> list[Marks]:
        kinds = self.tally.good_kinds
        if not kinds:
            return []
        limit = MOST_MARKS * len(kinds)
        spots = self.all_places.filter(kind__in=kinds).spots_by_kind(limit)
        return [marks(kind, spots[kind.pk], self.map.areas) for kind in kinds if kind.pk in spots]

    @property
    def kept(self) -> str:
        """The filters but the state, ready to be followed by one more."""
        query = self.filters.address(state="", words="")
        return f"{query}&" if query else ""

    def state_rows(self) -> list[Any]:
        return self.tally.rows(with_empty_states=self.map.basemap == Basemap.US_STATES)

    def state_choices(self) -> list[tuple[str, str, int]]:
        return [(row.code, row.name, row.total) for row in self.state_rows() if row.total]

    def kind_choices(self) -> list[tuple[Any, int, bool]]:
        chosen = self.filters.kinds
        return [
            (kind, self.tally.of_kind(kind, self.filters.state), kind.slug in chosen)
            for kind in self.kinds
        ]

    def listed(self, number: str | None) -> Page:
        return Paginator(self.places, PER_PAGE).get_page(number)

    @property
    def state_has_places(self) -> bool:
        return bool(self.tally.total(self.filters.state))

    @property
    def state_name(self) -> str:
        return self.map.areas.names.get(self.filters.state, self.filters.state)

    @property
    def full_address(self) -> str:
        query = self.filters.address()
        return reverse("map:full") + (f"?{query}" if query else "")

    @property
    def bare_address(self) -> str:
        query = self.filters.address(state="", kinds=(), words="")
        return self.path + (f"?{query}" if query else "")

    @property
    def data_query(self) -> str:
        query = self.filters.address(partner="")
        return f"?{query}" if query else ""

    @property
    def embed_query(self) -> str:
        query = self.filters.address(words="", map=self.map.slug)
        return f"?{query}" if query else ""

    @property
    def state_address(self) -> str:
        """Empty while no state is chosen."""
        code = self.filters.state
        if code not in self.map.areas.names:
            return ""
        return f"{reverse('map:state', args=[code.lower()])}?map={self.map.slug}"

    @property
    def query_before_page(self) -> str:
        query = self.filters.address()
        return f"{query}&" if query else ""

    @property
    def tiles(self) -> str:
        """Empty unless the operator chose a tile server, which then sees every visitor."""
        return str(getattr(settings, "MAP_TILE_URL", ""))

    @property
    def tiles_credit(self) -> str:
        return str(getattr(settings, "MAP_TILE_ATTRIBUTION", ""))
