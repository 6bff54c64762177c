"""The scoreboard in one sentence."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from scoreboard.groups import Group
from scoreboard.positions import Position


class Figure(NamedTuple):
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people there are, by stance and by party, and how many seats are empty."""

    positions: Mapping[str, int]
    parties: Mapping[str, str]
    vacant: int

    @property
    def people(self) -> int:
        return sum(self.positions.values())

    @property
    def seats(self) -> int:
        return self.people + self.vacant

    def at(self, position: str) -> int:
        return self.positions.get(position, 0)

    @property
    def figures(self) -> list[Figure]:
        """The numbers that are not zero, the supporters first."""
        known = [Figure(str(p.label), self.at(p.value)) for p in Position]
        known.append(Figure(_("Vacant"), self.vacant))
        return [figure for figure in known if figure.number]

    @property
    def sentence(self) -> str:
        """'15 sponsor the bill, 2 oppose it, 520 do not sponsor it. 4 seats are vacant.'"""
        sponsor, said = self.at(Position.SPONSORING), self.at(Position.SUPPORTS)
        oppose, rest = self.at(Position.OPPOSES), self.at(Position.NOT_SPONSORING)
        parts = [
            ngettext("%d sponsors the bill", "%d sponsor the bill", sponsor) % sponsor,
            ngettext("%d said they support it", "%d said they support it", said) % said,
            ngettext("%d opposes it", "%d oppose it", oppose) % oppose,
            ngettext("%d does not sponsor it", "%d do not sponsor it", rest) % rest,
        ]
        numbers = (sponsor, said, oppose, rest)
        told = [part for part, number in zip(parts, numbers, strict=True) if number]
        sentence = _(", ").join(told) + "." if told else ""
        if self.vacant:
            vacant = ngettext("%d seat is vacant.", "%d seats are vacant.", self.vacant)
            sentence = f"{sentence} {vacant % self.vacant}"
        return sentence.strip()


def tally_of(groups: Iterable[Group]) -> Tally:
    """Counted from people who are read already, so that it costs no query."""
    positions: Counter[str] = Counter()
    vacant = 0
    for group in groups:
        positions.update(person.position for person in group.people)
        vacant += len(group.vacancies)
    return Tally(positions, {}, vacant)
