"""The texts of a bill said to one person, for staff who are writing them."""

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise

from scoreboard.limits import LIMITS
from scoreboard.marks import MARKS, Mark
from scoreboard.models import Bill
from scoreboard.script_checks import addressees
from scoreboard.scripts import Addressee, mood_of, write_words

INVENTED = Addressee("Sen.", "Longworthington", "S.1", "SenLongworth")


class Line(NamedTuple):
    """`length` of `most`, counted as the channel counts."""

    label: str | Promise
    text: str
    length: int
    most: int
    unit: str | Promise

    @property
    def is_too_long(self) -> bool:
        return self.length > self.most


@dataclass(frozen=True, slots=True)
class Rehearsal:
    who: Addressee
    mark: Mark
    is_thanks: bool
    lines: list[Line]


def rehearse(bill: Bill, position: str) -> Rehearsal:
    """Said to whoever has the longest name of those who stand there, or else of all."""
    who = sample(bill, position)
    words = write_words(bill, position, who)
    lines = [
        Line(channel.label, text, LIMITS[channel].length(text), *LIMITS[channel][::2])
        for channel, text in words.texts.items()
    ]
    return Rehearsal(who, MARKS[position], mood_of(position) == "thank", lines)


def sample(bill: Bill, position: str) -> Addressee:
    people = addressees(bill, position) or addressees(bill)
    return max(people, key=lambda who: (len(who.last), who), default=INVENTED)
