"""Invented people for the picture of the block in the editor."""

from scoreboard.groups import Group
from scoreboard.people import Person
from scoreboard.states import ALL_STATES

_ROWS = (
    ("OR", "Ada Moreno", "Sen. D-OR", "sponsoring"),
    ("OR", "Ruth Lindqvist", "Rep. D-OR-3", "sponsoring"),
    ("OR", "Peter Okafor", "Rep. R-OR-2", "not_sponsoring"),
    ("TX", "Walter Pierce", "Sen. R-TX", "not_sponsoring"),
    ("TX", "Grace Tran", "Rep. D-TX-7", "not_sponsoring"),
    ("VT", "Samuel Hale", "Sen. I-VT", "supports"),
)


def sample_groups() -> list[Group]:
    groups = {state: Group(state, ALL_STATES[state]) for state, *_ in _ROWS}
    for state, name, about, position in _ROWS:
        person = Person("", "#", name, about, "", "", state, None, position, "")
        groups[state].people.append(person)
    return list(groups.values())
