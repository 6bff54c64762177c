"""A snapshot as the page shows it: names for codes, shares, and what is not there left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.identity.countries import ABROAD
from campaign_blocks.petition.models import CountDrift, NumbersSnapshot, Petition
from campaign_blocks.petition.models.choices import COUNTED, OutboxState, SignatureState
from campaign_blocks.petition.models.letter_choices import LetterState
from campaign_blocks.petition.numbers.chart import Chart, chart

MOST_ROWS = 60
LATE_AFTER = 300.0  # seconds that a mail may wait before somebody should look
COUNTRIES: dict[str, Any] = {"US": _("United States"), **dict(ABROAD)}


@dataclass(frozen=True)
class ShareRow:
    name: str | Promise
    number: int
    percent: float


@dataclass(frozen=True)
class ShareTable:
    """`whole` is what the shares are shares of."""

    heading: str | Promise
    first: str | Promise
    rows: Sequence[ShareRow]
    hidden: int = 0


@dataclass(frozen=True)
class Asked:
    name: str | Promise
    asked: int
    yes: int

    @property
    def percent(self) -> float:
        return percent(self.yes, self.asked)


@dataclass(frozen=True)
class Queue:
    """Mails or letters: how many in each state, and what went wrong."""

    states: Sequence[tuple[str | Promise, int]]
    oldest: datetime | None
    errors: Sequence[tuple[str, int, datetime]]

    @property
    def is_late(self) -> bool:
        return bool(self.oldest and (timezone.now() - self.oldest).total_seconds() > LATE_AFTER)


@dataclass(frozen=True, kw_only=True)
class Shown:
    petition: Petition
    as_of: datetime
    counted: int
    waiting: int
    held: int
    expired: int
    named_on_paper: int
    unnamed: int
    number: int
    confirmation_rate: float | None
    opt_in: Sequence[Asked]
    chart: Chart | None
    tables: Sequence[ShareTable]
    mail: Queue
    letters: Queue
    drifts: Sequence[CountDrift] = field(default_factory=list)


def shown(snapshot: NumbersSnapshot, drifts: Sequence[CountDrift] = ()) -> Shown:
    petition, data = snapshot.petition, snapshot.data
    states = data["states"]
    counted = sum(states.get(state, 0) for state in COUNTED)
    paper = data["paper"]
    online = counted - paper["named"]
    asked = online + states.get(SignatureState.PENDING, 0) + states.get(SignatureState.EXPIRED, 0)
    return Shown(
        petition=petition,
        as_of=snapshot.as_of,
        counted=counted,
        waiting=states.get(SignatureState.PENDING, 0),
        held=states.get(SignatureState.SUSPECT, 0) + states.get(SignatureState.INVALIDATED, 0),
        expired=states.get(SignatureState.EXPIRED, 0),
        named_on_paper=paper["named"],
        unnamed=paper["unnamed"],
        number=getattr(getattr(petition, "count", None), "confirmed", 0),
        confirmation_rate=percent(online, asked) if petition.confirm_by_mail and asked else None,
        opt_in=[Asked(name or _("The campaign"), n, yes) for name, n, yes in data["opt_in"]],
        chart=chart(data["days"], timezone.localdate()),
        tables=list(tables(petition, data, counted)),
        mail=queue(data["mail"], OutboxState),
        letters=queue(data["letters"], LetterState),
        drifts=drifts,
    )


def tables(petition: Petition, data: dict[str, Any], counted: int) -> Iterable[ShareTable]:
    """Sources first: they are what a campaign can act on today."""
    places = data["places"]
    states = [(state, n) for state, n in places["states"]]
    if places["unplaced"]:
        states.append((_("Postal code unknown, or in several states"), places["unplaced"]))
    districts = [(f"{state}-{number}", n) for state, number, n in places["districts"]]
    direct, nobody = _("No code: straight to the page"), _("Nobody: the campaign itself")
    yield table(_("By source"), _("Code after ?s="), named(data["sources"], direct), counted)
    yield table(_("By partner"), _("Partner"), named(data["partners"], nobody), counted)
    yield table(_("By page"), _("Page"), named(data["pages"], petition.title), counted)
    yield table(_("By state"), _("State"), states, counted)
    yield table(_("By district"), _("District"), districts, counted)
    lands = [(COUNTRIES.get(code, code) or _("Not said"), n) for code, n in data["countries"]]
    yield table(_("By country"), _("Country"), lands, counted)


def named(rows: Iterable[tuple[str, int]], nothing: Any) -> list[tuple[Any, int]]:
    return [(name or nothing, n) for name, n in rows]


def table(heading: Any, first: Any, rows: Sequence[tuple[Any, int]], whole: int) -> ShareTable:
    kept = [ShareRow(name, n, percent(n, whole)) for name, n in rows[:MOST_ROWS]]
    return ShareTable(heading, first, kept, hidden=max(len(rows) - MOST_ROWS, 0))


def queue(data: dict[str, Any], names: Any) -> Queue:
    return Queue(
        states=[(one.label, data["states"][one]) for one in names if data["states"].get(one)],
        oldest=moment(data["oldest"]) if data["oldest"] else None,
        errors=[(error, n, moment(last)) for error, n, last in data["errors"]],
    )


def moment(text: str) -> datetime:
    return timezone.localtime(datetime.fromisoformat(text))


def percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
