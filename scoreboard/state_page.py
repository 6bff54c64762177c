"""The page of one state: everybody who sits for it, and how they stand."""

from dataclasses import dataclass

from scoreboard.board import Board, read_board
from scoreboard.drawing import draw_list
from scoreboard.models import Bill, Legislator, Vacancy
from scoreboard.notes_of_state import notes_of_state
from scoreboard.state_links import StateLink, state_url
from scoreboard.states import ALL_STATES
from scoreboard.totals import Tally, tally_of


class NobodyThere(LookupError):
    """No seat of this place is known."""


@dataclass(frozen=True, slots=True)
class StatePage:
    state: str
    name: str
    board: Board
    tally: Tally
    people: str
    notes: list[str]
    previous: StateLink | None
    following: StateLink | None

    @property
    def bill(self) -> Bill | None:
        return self.board.bill


def read_state(state: str, bill_slug: str = "", page: str = "") -> StatePage:
    """Raises UnknownBill and NobodyThere."""
    board = read_board({"state": state, "bill": bill_slug, "page": page})
    if state not in ALL_STATES or not board.shown:
        raise NobodyThere(state)
    links = [StateLink(code, ALL_STATES.get(code, code), state_url(code)) for code in seated()]
    links.sort(key=lambda link: link.name)
    place = next((n for n, link in enumerate(links) if link.code == state), None)
    before = links[place - 1] if place else None
    after = links[place + 1] if place is not None and place + 1 < len(links) else None
    return StatePage(
        state=state,
        name=ALL_STATES.get(state, state),
        board=board,
        tally=tally_of(board.groups),
        people=draw_list(board.groups),
        notes=notes_of_state(state, board.groups),
        previous=before,
        following=after,
    )


def seated() -> set[str]:
    """The codes of all states that somebody sits for, or should."""
    people = Legislator.objects.in_office().order_by().values_list("state", flat=True).distinct()
    empty = Vacancy.objects.order_by().values_list("state", flat=True).distinct()
    return {code for code in {*people, *empty} if code}
