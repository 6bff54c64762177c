"""The delivery as a table: names and places of those who agreed, never their addresses."""

import csv
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from campaign_blocks.kit.spreadsheet import safe_cell
from campaign_blocks.petition.letters.numbers import deliverable
from campaign_blocks.petition.letters.places import place_of
from campaign_blocks.petition.models import HandOver

CHUNK = 2000
COLUMNS = (
    "signature__name",
    "signature__city",
    "signature__postal_code",
    "text__own_words",
    "text__body",
    "created_at",
)


Row = tuple[str, str, str, bool, str, datetime]


class Echo:
    """csv writes; a stream wants what it wrote."""

    def write(self, line: str) -> str:
        return line


def csv_lines(hand_over: HandOver) -> Iterator[str]:
    """Formula-safe, one line after the other, however many there are."""
    writer: Any = csv.writer(Echo())
    yield "\ufeff"
    yield writer.writerow([_("Name"), _("Place"), _("Own words"), _("Written")])
    for name, city, code, own, body, moment in rows(hand_over):
        words = body if own else ""
        line = (name, place_of(city, code), words, f"{moment:%Y-%m-%d}")
        yield writer.writerow([safe_cell(cell) for cell in line])


def rows(hand_over: HandOver, *, first: int = 0, most: int | None = None) -> Iterator[Row]:
    """What the download was noted with: whoever wrote since then comes with the next one."""
    pile_only = hand_over.scope == HandOver.Scope.PILE
    letters = deliverable(hand_over.recipient, pile_only=pile_only).filter(pk__lte=hand_over.up_to)
    found = letters.values_list(*COLUMNS)[first : first + most if most else None]
    return found.iterator(chunk_size=CHUNK)
