"""What a visitor asked of the map, read from the address."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from campaign_blocks.map.point import PointError, read_pair
from campaign_blocks.map.querysets import Box, PlaceQuerySet
from campaign_blocks.map.shapes.areas import US, Areas

LONGEST = 100


class BadBox(ValueError):
    """bbox is not four numbers west,south,east,north."""


@dataclass(frozen=True)
class Filters:
    map: str = ""
    state: str = ""
    kinds: tuple[str, ...] = ()
    words: str = ""
    partner: str = ""
    box: Box | None = None

    @classmethod
    def read(cls, query: QueryDict) -> "Filters":
        """Never fails but for a malformed bbox (BadBox); too long is cut, NUL removed."""

        def text(name: str) -> str:
            return query.get(name, "").replace("\0", "").strip()[:LONGEST]

        kinds = sorted({kind.replace("\0", "")[:LONGEST] for kind in query.getlist("kind")[:20]})
        return cls(
            map=text("map"),
            state=text("state").upper() if len(text("state")) == 2 else text("state"),
            kinds=tuple(kind for kind in kinds if kind),
            words=" ".join(text("q").split()),
            partner=text("p"),
            box=_read_box(text("bbox")),
        )

    def apply(self, places: PlaceQuerySet, areas: Areas = US) -> PlaceQuerySet:
        """`state` is a country's code where the map counts by countries."""
        if self.state:
            places = places.in_area(areas.field, self.state)
        if self.kinds:
            places = places.of_kind(*self.kinds)
        if self.words:
            places = places.matching(self.words)
        return places.within(self.box) if self.box else places

    def address(self, **changes: object) -> str:
        """The query string of these filters with some changed; “” when there is nothing to say."""
        changed = replace(self, **changes)  # type: ignore[arg-type]
        pairs = [("map", changed.map), ("state", changed.state)]
        pairs += [("kind", kind) for kind in changed.kinds]
        pairs += [("q", changed.words), ("p", changed.partner)]
        return urlencode([pair for pair in pairs if pair[1]])

    @property
    def are_set(self) -> bool:
        return bool(self.state or self.kinds or self.words)


def _read_box(text: str) -> Box | None:
    if not text:
        return None
    parts = text.split(",")
    if len(parts) != 4:
        raise BadBox(_("bbox needs four numbers: west,south,east,north."))
    try:
        low, high = read_pair(parts[1], parts[0]), read_pair(parts[3], parts[2])
    except PointError as problem:
        raise BadBox(f"bbox: {problem}") from problem
    if low.latitude > high.latitude:
        raise BadBox(_("bbox: south lies north of north."))
    return Box(low.longitude, low.latitude, high.longitude, high.latitude)
