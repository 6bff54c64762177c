"""What the page of one state, or country, shows: its places, its lawmakers, what to do there."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from campaign_blocks.kit.doors import Standing, standing_finders
from campaign_blocks.map.counting import kinds_and_counts
from campaign_blocks.map.models import HOME, Kind, Map, Place
from campaign_blocks.map.pictures.card import Words
from campaign_blocks.map.pictures.finding import area_key, picture_address
from campaign_blocks.map.shapes.areas import US
from campaign_blocks.map.tally import GOOD, Tally

MOST = 200


@dataclass
class AreaReading:
    """One state of one map."""

    map: Map
    code: str

    @property
    def name(self) -> str:
        return self.map.areas.names[self.code]

    @cached_property
    def tally(self) -> Tally:
        kinds_of_map, counts = kinds_and_counts(self.map)
        return Tally(counts, kinds_of_map, areas=self.map.areas)

    @cached_property
    def places(self) -> list[Place]:
        """What was won first, then what goes on; the newest first within each."""
        shown = Place.objects.filter(map=self.map, live=True).with_kind()
        found = shown.in_area(self.map.areas.field, self.code).order_by("kind__sort_order", "name")
        return list(found[:MOST])

    @property
    def groups(self) -> list[tuple[Kind, list[Place]]]:
        """Bans and wins before uses."""
        kinds = sorted(self.tally.kinds, key=lambda kind: kind.meaning not in GOOD)
        grouped = [(kind, [p for p in self.places if p.kind_id == kind.pk]) for kind in kinds]
        return [(kind, here) for kind, here in grouped if here]

    @property
    def total(self) -> int:
        return self.tally.total(self.code)

    @property
    def sentence(self) -> str:
        """“12 places: 3 bans, 9 places in use.”"""
        parts = [kind.counted(n) for kind in self.tally.kinds if (n := self.of_kind(kind))]
        if not parts:
            return _("No places yet.")
        return f"{self.tally.places(self.total)}: {', '.join(parts)}."

    def of_kind(self, kind: Kind) -> int:
        return self.tally.of_kind(kind, self.code)

    @cached_property
    def standings(self) -> list[Standing]:
        """Of the states of the US only."""
        if self.map.areas is not US:
            return []
        return [s for find in standing_finders() for s in find(state=self.code, country=HOME)]

    @property
    def friends(self) -> int:
        return sum(1 for one in self.standings if one.friendly)

    @property
    def actions(self) -> list[Place]:
        """Places where something can be done now."""
        return [place for place in self.places if place.action_url]

    @property
    def path(self) -> str:
        return f"{reverse('map:state', args=[self.code.lower()])}?map={self.map.slug}"

    @property
    def url(self) -> str:
        return f"{settings.BASE_URL}{self.path}"

    @property
    def map_address(self) -> str:
        return f"{self.map.get_absolute_url()}&state={self.code}"

    @property
    def words(self) -> Words:
        """Of the share image."""
        counted = [kind.counted(n) for kind in self.tally.kinds if (n := self.of_kind(kind))]
        return Words(self.map.title, self.name, counted[:4] or [self.sentence], "")

    @property
    def image_name(self) -> str:
        return self.words.digest(self.code)

    @cached_property
    def image_address(self) -> str:
        return picture_address(area_key(self.map, self.code), self.map)


def area_or_404(request: HttpRequest, state: str) -> AreaReading:
    slug = request.GET.get("map", "").replace("\0", "")[:60]
    found = Map.objects.all().first_or_named(slug)
    code = found.areas.find(state) if found else ""
    if found is None or not code:
        raise Http404("No such state")
    return AreaReading(found, code)
