"""What is particular about a state's seats: no vote, one member for all, nobody in the chair."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from scoreboard.groups import Group
from scoreboard.states import ALL_STATES, NON_VOTING


def notes_of_state(state: str, groups: Sequence[Group]) -> list[str]:
    if state in NON_VOTING:
        return [no_vote(state)]
    people = [person for group in groups for person in group.people]
    if any(person.district == 0 and person.state == state for person in people):
        name = ALL_STATES.get(state, state)
        return [_("%(state)s has one representative for the whole state.") % {"state": name}]
    return []


def vacancies(groups: Sequence[Group]) -> list[str]:
    empty = [seat for group in groups for seat in group.vacancies]
    if not empty:
        return []
    words = ngettext(
        "The seat of %(seats)s is vacant: nobody speaks for it until somebody is elected.",
        "The seats of %(seats)s are vacant: nobody speaks for them until they are filled.",
        len(empty),
    )
    return [words % {"seats": _("; ").join(empty)}]


def no_vote(state: str) -> str:
    place = {"place": ALL_STATES[state]}
    if state == "PR":
        return (
            _(
                "%(place)s has no senators. Its Resident Commissioner sits in the House but has "
                "no vote there: a non-voting member, who can sponsor bills."
            )
            % place
        )
    return (
        _(
            "%(place)s has no senators. Its delegate sits in the House but has no vote there: "
            "a non-voting member, who can sponsor bills."
        )
        % place
    )
