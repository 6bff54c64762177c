"""Who represents a ZIP code: never a guess, all who may, and how sure that is."""

from dataclasses import dataclass

from scoreboard.models import ZipDistrict
from scoreboard.seats import is_voting
from scoreboard.states import ALL_STATES
from scoreboard.zip_states import five_digits, state_of


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a ZIP code says. Without districts it says only the state."""

    postal_code: str
    states: tuple[str, ...] = ()
    districts: tuple[tuple[str, int], ...] = ()

    @property
    def is_found(self) -> bool:
        return bool(self.states)

    @property
    def state_names(self) -> list[str]:
        return [ALL_STATES.get(state, state) for state in self.states]

    @property
    def has_vote(self) -> bool:
        return any(is_voting(state) for state in self.states)


def look_up(words: str) -> Lookup:
    """One query; an unknown or malformed code is answered with an empty Lookup."""
    postal_code = five_digits(words)
    if not postal_code:
        return Lookup(words.strip()[:10])
    rows = ZipDistrict.objects.filter(postal_code=postal_code).values_list("state", "district")
    districts = tuple(rows)
    if districts:
        states = tuple(dict.fromkeys(state for state, _ in districts))
        return Lookup(postal_code, states, districts)
    state = state_of(postal_code)
    return Lookup(postal_code, (state,) if state else ())
