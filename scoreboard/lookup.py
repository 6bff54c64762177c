"""Who represents a place: never a guess, all who may, and how sure that is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from scoreboard.folding import fold
from scoreboard.models import ZipDistrict
from scoreboard.seats import is_voting
from scoreboard.states import ALL_STATES
from scoreboard.zip_states import five_digits, state_of

By = Literal["zip", "state", "district", ""]
Seat = tuple[str, int]

SEAT = re.compile(r"([A-Z]{2})-(\d{1,2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a ZIP code, a state or a district says. Without districts it says only the state.

    `postal_code` is what was asked, as far as it may be shown; `by` is empty for what is neither.
    `chosen` is the district that the visitor named when asked.
    """

    postal_code: str
    states: tuple[str, ...] = ()
    districts: tuple[Seat, ...] = ()
    by: By = "zip"
    chosen: Seat | None = None

    @property
    def is_found(self) -> bool:
        return bool(self.states)

    @property
    def state_names(self) -> list[str]:
        return [ALL_STATES.get(state, state) for state in self.states]

    @property
    def has_vote(self) -> bool:
        return any(is_voting(state) for state in self.states)


def asked(query: Mapping[str, str]) -> Lookup | None:
    """`?zip=` and, from who was asked which district is theirs, `&district=MA-7`."""
    words, seat = query.get("zip", "").strip(), seat_named(query.get("district", ""))
    if not words:
        return in_district(seat) if seat else None
    found = look_up(words)
    if seat is None or (found.districts and seat not in found.districts):
        return found
    if seat[0] not in found.states:
        return found
    return replace(found, states=(seat[0],), districts=(seat,), chosen=seat)


def in_district(seat: Seat) -> Lookup:
    return Lookup(seat_code(seat), (seat[0],), (seat,), "district", seat)


def look_up(words: str) -> Lookup:
    """One query at most; what nobody knows is answered with an empty Lookup."""
    postal_code = five_digits(words)
    if not postal_code:
        state = state_named(words)
        asked_for = words.replace("\0", "").strip()[:30]
        return Lookup(asked_for, (state,) if state else (), by="state" if state else "")
    rows = ZipDistrict.objects.filter(postal_code=postal_code).values_list("state", "district")
    districts = tuple(rows)
    if districts:
        states = tuple(dict.fromkeys(state for state, _ in districts))
        return Lookup(postal_code, states, districts)
    state = state_of(postal_code)
    return Lookup(postal_code, (state,) if state else ())


def state_named(words: str) -> str:
    """'california', 'CA' and 'D.C.' have a code; anything else is ""."""
    plain = fold(words[:40])
    return _NAMES.get(plain) or _NAMES.get(plain.replace(" ", ""), "")


_NAMES = {
    **{code.lower(): code for code in ALL_STATES},
    **{fold(name): code for code, name in ALL_STATES.items()},
    "washingtondc": "DC",
    "virgin islands": "VI",
}


def seat_named(words: str) -> Seat | None:
    """'MA-7'; 'VT-0' is the seat at large."""
    found = SEAT.fullmatch(words.strip().upper()) if len(words) < 10 else None
    return (found[1], int(found[2])) if found and found[1] in ALL_STATES else None


def seat_code(seat: Seat) -> str:
    return f"{seat[0]}-{seat[1]}"
