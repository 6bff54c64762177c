"""How a stance looks: a word, an icon and a fill, so that colour is never alone."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from scoreboard.positions import Position

CHECK = "M3 9l4 4 8-9"
CROSS = "M4 4l10 10M14 4L4 14"
DASH = "M3 9h12"


class Mark(NamedTuple):
    css: str
    path: str
    word: str | Promise


MARKS = {
    Position.SPONSORING.value: Mark("sponsoring", CHECK, Position.SPONSORING.label),
    Position.SUPPORTS.value: Mark("supports", CHECK, Position.SUPPORTS.label),
    Position.NOT_SPONSORING.value: Mark("not", CROSS, Position.NOT_SPONSORING.label),
    Position.OPPOSES.value: Mark("opposes", CROSS, Position.OPPOSES.label),
    "vacant": Mark("vacant", DASH, _("Vacant")),
}
