"""People and vacant seats, gathered by state in the order of the states' names."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from scoreboard.models import Vacancy
from scoreboard.people import LIST, Person
from scoreboard.positions import FRIENDS
from scoreboard.states import ALL_STATES


@dataclass(slots=True)
class Group:
    state: str
    name: str
    people: list[Person] = field(default_factory=list)
    vacancies: list[str] = field(default_factory=list)

    @property
    def friends(self) -> int:
        return sum(person.position in FRIENDS for person in self.people)

    @property
    def tally(self) -> str:
        return _("%(friends)d of %(people)d support it") % {
            "friends": self.friends,
            "people": len(self.people),
        }

    @property
    def share(self) -> int:
        """Hundredths of the state's members who support the bill."""
        return round(100 * self.friends / len(self.people)) if self.people else 0


def group_by_state(people: Iterable[Person], vacancies: Iterable[Vacancy] = ()) -> list[Group]:
    found: dict[str, Group] = {}
    for person in people:
        _group(found, person.state).people.append(person)
    for vacancy in vacancies:
        _group(found, vacancy.state).vacancies.append(vacancy.seat)
    return sorted(found.values(), key=lambda group: group.name)


def _group(found: dict[str, Group], state: str) -> Group:
    if state not in found:
        found[state] = Group(state, name_of(state))
    return found[state]


def name_of(state: str) -> str:
    """Parliaments without states have members for electorates, and members from lists."""
    if state == LIST:
        return _("Members from party lists")
    return ALL_STATES.get(state, state) or _("Members for electorates")
