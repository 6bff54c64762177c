"""What a visitor is told about the place that they asked for, in whole sentences."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from scoreboard.groups import Group
from scoreboard.lookup import Lookup, Seat
from scoreboard.notes_of_state import notes_of_state, vacancies
from scoreboard.seats import seat_name
from scoreboard.zip_states import is_abroad, is_military


def tell(lookup: Lookup, districts: Sequence[Seat], groups: Sequence[Group]) -> list[str]:
    """`districts` are those that the roster knows, `groups` whoever was found."""
    if not lookup.is_found:
        return [unknown(lookup)]
    told = [note for state in lookup.states for note in notes_of_state(state, groups)]
    return [where(lookup, districts, groups), *told, *vacancies(groups)]


def unknown(lookup: Lookup) -> str:
    code = {"code": lookup.postal_code}
    if not lookup.by:
        return _("“%(code)s” is neither a ZIP code nor a state. A ZIP code has five digits.") % code
    if is_military(lookup.postal_code):
        return (
            _("%(code)s is a military post office. Choose the state where you vote below.") % code
        )
    if is_abroad(lookup.postal_code):
        return _("%(code)s lies in a country that sends nobody to Congress.") % code
    return _("We do not know the ZIP code “%(code)s”. Check it, or choose your state below.") % code


def where(lookup: Lookup, districts: Sequence[Seat], groups: Sequence[Group]) -> str:
    names = {"code": lookup.postal_code, "state": _(" and ").join(lookup.state_names)}
    if len(lookup.states) > 1:
        return (
            _("%(code)s lies in %(state)s. Here is everybody who may be yours: where do you live?")
            % names
        )
    if len(districts) > 1:
        names["count"] = str(len(districts))
        return _("%(code)s covers %(count)s districts. %(senators)sWhich district is yours?") % {
            **names,
            "senators": both_senators(groups),
        }
    if lookup.chosen or lookup.by == "district":
        seat = lookup.chosen or lookup.districts[0]
        return _("These people represent you: %(seat)s.") % {"seat": seat_name(*seat)}
    if districts or lookup.by == "state":
        place = names["state"] if lookup.by == "state" else lookup.postal_code
        return _("These people represent %(place)s.") % {"place": place}
    if len(house_seats(groups)) < 2:
        return _("%(code)s is in %(state)s. These people represent it.") % names
    return (
        _(
            "%(code)s is in %(state)s. Here is everybody who represents %(state)s; "
            "which representative is yours depends on your address."
        )
        % names
    )


def both_senators(groups: Sequence[Group]) -> str:
    statewide = sum(person.district is None for group in groups for person in group.people)
    return _("Both senators are yours. ") if statewide == 2 else ""


def house_seats(groups: Sequence[Group]) -> list[int | None]:
    people = [p.district for group in groups for p in group.people if p.district is not None]
    return people + [None for group in groups for _seat in group.vacancies]
