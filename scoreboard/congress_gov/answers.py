"""Reading Congress.gov's answers. Whatever is not as documented is refused: never half a list."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from scoreboard.congress_gov.bill_key import BillKey
from scoreboard.congress_gov.problems import CongressProblem

BIOGUIDE = re.compile(r"[A-Z]\d{6}")


@dataclass(frozen=True, slots=True)
class Detail:
    """The bill itself; `cosponsors` is how many it is said to have, None where it is not said."""

    title: str
    introduced_on: date | None
    sponsors: tuple[str, ...]
    latest_action: str
    latest_action_on: date | None
    cosponsors: int | None


@dataclass(frozen=True, slots=True)
class Cosponsor:
    identifier: str
    since: date | None
    withdrawn_on: date | None
    original: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page of cosponsors, and how many there are on all pages."""

    cosponsors: tuple[Cosponsor, ...]
    total: int


def read_detail(answer: Mapping[str, Any], key: BillKey) -> Detail:
    bill = _mapping(answer.get("bill"), "bill")
    said = (str(bill.get("type", "")).lower(), str(bill.get("number")), str(bill.get("congress")))
    if said != (key.kind, str(key.number), str(key.congress)):
        raise _odd("it is about another bill")
    action = _mapping(bill.get("latestAction") or {}, "latestAction")
    count = _mapping(bill.get("cosponsors") or {}, "cosponsors").get("count")
    return Detail(
        title=_text(bill.get("title"), "title")[:250],
        introduced_on=_day(bill.get("introducedDate")),
        sponsors=tuple(_identifier(_mapping(s, "sponsor")) for s in _list(bill.get("sponsors"))),
        latest_action=_text(action.get("text") or "", "latestAction")[:500],
        latest_action_on=_day(action.get("actionDate")),
        cosponsors=_count(count) if count is not None else None,
    )


def read_page(answer: Mapping[str, Any]) -> Page:
    entries = answer.get("cosponsors")
    if not isinstance(entries, list):
        raise _odd("there is no list of cosponsors")
    pages = _mapping(answer.get("pagination"), "pagination")
    total = pages.get("countIncludingWithdrawnCosponsors", pages.get("count"))
    found = tuple(_cosponsor(_mapping(entry, "cosponsor")) for entry in entries)
    return Page(found, _count(total))


def _cosponsor(entry: Mapping[str, Any]) -> Cosponsor:
    """A boolean may be written as the text "True"."""
    return Cosponsor(
        identifier=_identifier(entry),
        since=_day(entry.get("sponsorshipDate")),
        withdrawn_on=_day(entry.get("sponsorshipWithdrawnDate")),
        original=str(entry.get("isOriginalCosponsor")).lower() == "true",
    )


def _identifier(entry: Mapping[str, Any]) -> str:
    identifier = entry.get("bioguideId")
    if not isinstance(identifier, str) or not BIOGUIDE.fullmatch(identifier):
        raise _odd("somebody has no bioguideId")
    return identifier


def _mapping(value: Any, name: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _odd(f"{name} is missing")
    return value


def _list(value: Any) -> Sequence[Any]:
    if not isinstance(value, list):
        raise _odd("there is no list of sponsors")
    return value


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise _odd(f"{name} is not a text")
    return " ".join(value.split())


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise _odd("it does not say how many cosponsors there are")
    return value


def _day(value: Any) -> date | None:
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise _odd("a date is not like 2020-06-25") from None


def _odd(words: str) -> CongressProblem:
    return CongressProblem(f"Congress.gov's answer makes no sense: {words}.")
