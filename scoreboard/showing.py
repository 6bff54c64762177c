"""Whom a section or a framed scoreboard lists."""

from django.utils.translation import gettext_lazy as _

from scoreboard.board import members, vacant_seats
from scoreboard.groups import Group, group_by_state
from scoreboard.models import Bill
from scoreboard.people import read_people
from scoreboard.positions import Position

MINE = "mine"
SHOW = [
    ("", _("Everybody")),
    ("senate", _("Senate only")),
    ("house", _("House only")),
    ("friends", _("Only those who support it")),
    ("sponsors", _("Only those who sponsor it")),
    (MINE, _("Only the visitor's own")),
]
PARTIAL = {"friends", "sponsors", MINE}
CHAMBERS = {"senate", "house"}


def read_groups(bill: Bill | None, show: str) -> list[Group]:
    """Two queries at most: people with their stance, and the seats that nobody holds."""
    if show == MINE:
        return []
    people = members(bill).with_position(bill)
    if show == "friends":
        return group_by_state(read_people(people.friendly(), bill))
    if show == "sponsors":
        return group_by_state(read_people(people.at(Position.SPONSORING), bill))
    seats = vacant_seats(bill).select_related(None).only("state", "seat")
    if show in CHAMBERS:
        people = people.filter(chamber__slug=show)
        seats = seats.filter(chamber__slug=show)
    return group_by_state(read_people(people, bill), seats)
