"""How many places of which kind are where: the figures behind the picture, table and filters."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from campaign_blocks.map.models import Counts, Kind, Meaning
from campaign_blocks.map.shapes.areas import US, WORLD, Areas

GOOD = (Meaning.BANNED, Meaning.WON)


@dataclass(frozen=True)
class StateRow:
    code: str
    name: str
    total: int
    by_kind: list[int]


class Tally:
    """Counts of one map, seen through a choice of kinds (empty: all)."""

    def __init__(
        self,
        counts: Counts,
        kinds: Iterable[Kind],
        chosen: Iterable[str] = (),
        areas: Areas = US,
    ) -> None:
        self.counts, self.areas = counts, areas
        self.all_kinds = list(kinds)
        self.said: dict[int, str] = {}
        slugs = set(chosen)
        self.kinds = [kind for kind in self.all_kinds if not slugs or kind.slug in slugs]

    @cached_property
    def good_kinds(self) -> list[Kind]:
        """The kinds that are drawn as marks."""
        return [kind for kind in self.kinds if kind.meaning in GOOD and self.of_kind(kind)]

    @cached_property
    def totals(self) -> dict[str, int]:
        """By state, of the chosen kinds."""
        chosen = {kind.pk for kind in self.kinds}
        return {
            state: sum(number for kind, number in here.items() if kind in chosen)
            for state, here in self.counts.items()
        }

    def total(self, state: str) -> int:
        return self.totals.get(state, 0)

    def of_kind(self, kind: Kind, state: str = "") -> int:
        places = [self.counts.get(state, {})] if state else self.counts.values()
        return sum(here.get(kind.pk, 0) for here in places)

    @cached_property
    def everything(self) -> int:
        return sum(self.totals.values())

    @cached_property
    def largest(self) -> int:
        return max(self.totals.values(), default=0)

    def step(self, state: str) -> int:
        """0 for no place, else 1 to 4; each step doubles until the largest is reached."""
        total = self.total(state)
        if not total:
            return 0
        return next((4 - i for i in range(3) if total > self.largest / 2 ** (i + 1)), 1)

    def places(self, number: int) -> str:
        """“1 place”, “12 places”; most of fifty states have the same few numbers."""
        if number not in self.said:
            self.said[number] = ngettext("%(n)d place", "%(n)d places", number) % {"n": number}
        return self.said[number]

    def title(self, state: str, name: str) -> str:
        """“California: 12 places, 3 bans”."""
        if state not in self.counts:
            return f"{name}: {self.places(0)}"
        words = [self.places(self.total(state))]
        words += [
            kind.counted(self.of_kind(kind, state))
            for kind in self.kinds
            if kind.meaning in GOOD and self.of_kind(kind, state)
        ]
        return f"{name}: {', '.join(words)}"

    @property
    def sentence(self) -> str:
        """“33 places in 18 states: 19 places in use, 14 bans.”"""
        if not self.everything:
            return _("No places yet.")
        states = sum(1 for state in self.counts if self.total(state))
        places = self.places(self.everything)
        if self.areas is WORLD:
            within = ngettext("%(n)d country", "%(n)d countries", states) % {"n": states}
        else:
            within = ngettext("%(n)d state", "%(n)d states", states) % {"n": states}
        parts = [(kind, self.of_kind(kind)) for kind in self.kinds]
        listed = ", ".join(kind.counted(number) for kind, number in parts if number)
        return _("%(places)s in %(states)s: %(list)s.") % {
            "places": places,
            "states": within,
            "list": listed,
        }

    def rows(self, *, with_empty_states: bool) -> list[StateRow]:
        names = self.areas.names
        codes = list(names) if with_empty_states else []
        codes += sorted(set(self.counts) - set(codes) - {""})
        named = [(code, names.get(code, code)) for code in codes]
        return [
            StateRow(code, name, self.total(code), [self.of_kind(k, code) for k in self.all_kinds])
            for code, name in sorted(named, key=lambda pair: pair[1])
        ]
