"""Who represents a signer, asked through the door of target finders. Never a guess."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from django.utils.text import slugify

from campaign_blocks.kit.doors import Target, target_finders
from campaign_blocks.petition.models import Signature

log = logging.getLogger("campaign.petition.letters")

MOST_SEATS = 8  # more than a ZIP code ever touches: nobody picks her district from such a list


class Outcome(Enum):
    FOUND = "found"
    NOBODY = "nobody"
    ABROAD = "abroad"
    DOWN = "down"


@dataclass(frozen=True)
class Seat:
    """One seat, or several that are always held together, such as a state's two senators."""

    name: str
    targets: tuple[Target, ...]

    @property
    def value(self) -> str:
        return self.targets[0].id


@dataclass(frozen=True)
class Choice:
    """Seats of one chamber of which one is the signer's; which, only she can say."""

    chamber: str
    seats: tuple[Seat, ...]

    @property
    def field(self) -> str:
        return f"seat-{slugify(self.chamber, allow_unicode=True)}"


@dataclass(frozen=True)
class Lawmakers:
    """`sure` get the letter, of each choice one may; of `unclear` chambers nobody does."""

    outcome: Outcome
    sure: tuple[Target, ...] = ()
    choices: tuple[Choice, ...] = ()
    unclear: tuple[str, ...] = ()

    @property
    def can_be_written_to(self) -> bool:
        return bool(self.sure or self.choices)

    @property
    def everybody(self) -> list[Target]:
        chosen = [one for choice in self.choices for seat in choice.seats for one in seat.targets]
        return [*self.sure, *chosen]


def lawmakers_of(signature: Signature) -> Lawmakers:
    """A finder that fails costs the letter, never the page: it can be written later."""
    country = signature.country or signature.petition.home_country
    if not signature.postal_code:
        return Lawmakers(Outcome.ABROAD if is_abroad(signature) else Outcome.NOBODY)
    found: list[Target] = []
    for find in target_finders():
        try:
            found += find(postal_code=signature.postal_code, country=country)
        except Exception as error:  # whatever breaks there, signing goes on here
            log.warning("a target finder failed: %s", type(error).__name__)
            return Lawmakers(Outcome.DOWN)
    if not found:
        return Lawmakers(Outcome.ABROAD if is_abroad(signature) else Outcome.NOBODY)
    return sort_out(found)


def is_abroad(signature: Signature) -> bool:
    return bool(signature.country) and signature.country != signature.petition.home_country


def sort_out(targets: Iterable[Target]) -> Lawmakers:
    """One certain seat of a chamber is the signer's; several, or an uncertain one, are a choice."""
    chambers: dict[str, dict[str, list[Target]]] = {}
    for target in targets:
        chambers.setdefault(target.chamber, {}).setdefault(target.seat, []).append(target)
    sure: list[Target] = []
    choices, unclear = [], []
    for chamber, by_seat in chambers.items():
        seats = tuple(Seat(name, tuple(people)) for name, people in by_seat.items())
        if len(seats) == 1 and all(target.certain for target in seats[0].targets):
            sure += seats[0].targets
        elif len(seats) <= MOST_SEATS:
            choices.append(Choice(chamber, seats))
        else:
            unclear.append(chamber)
    return Lawmakers(Outcome.FOUND, tuple(sure), tuple(choices), tuple(unclear))
