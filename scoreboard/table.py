"""The list as a table, sorted by the server so that it works everywhere."""

from collections.abc import Callable, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from scoreboard.groups import Group
from scoreboard.people import Person
from scoreboard.positions import Position

RANK = {position: number for number, position in enumerate(Position.values)}


class Column(NamedTuple):
    name: str
    label: str | Promise
    key: Callable[[Person], tuple[object, ...]]


COLUMNS = (
    Column("name", _("Name"), lambda p: (p.name.rpartition(" ")[2].casefold(), p.name)),
    Column("chamber", _("Chamber"), lambda p: (p.chamber,)),
    Column("state", _("State"), lambda p: (p.state, p.district or 0, p.area)),
    Column("party", _("Party"), lambda p: (p.party,)),
    Column("stance", _("Stance"), lambda p: (RANK.get(p.position, 9),)),
)


class Head(NamedTuple):
    """`sort` is what aria-sort says; the link turns the order round."""

    label: str | Promise
    url: str
    sort: str


def sorted_rows(groups: Sequence[Group], order: str) -> list[Person]:
    people = [person for group in groups for person in group.people]
    column = next((one for one in COLUMNS if one.name == order.removeprefix("-")), None)
    if column is None:
        return people
    return sorted(people, key=column.key, reverse=order.startswith("-"))


def heads(order: str, chosen: dict[str, str]) -> list[Head]:
    found = []
    for column in COLUMNS:
        is_up = order == column.name
        order_next = f"-{column.name}" if is_up else column.name
        query = urlencode({**chosen, "view": "table", "sort": order_next})
        down = "descending" if order == f"-{column.name}" else ""
        found.append(Head(column.label, f"?{query}#everybody", "ascending" if is_up else down))
    return found
