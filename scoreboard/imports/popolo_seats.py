"""Memberships of a Popolo file as seats with dates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from scoreboard.imports.documents import Item
from scoreboard.imports.fields import Fields
from scoreboard.imports.records import LegislatureFacts

PERIOD = "legislative period"
LIST_SEATS = {"list", "party list", "national list"}


@dataclass(frozen=True, slots=True)
class Seat:
    """`start` and `end` are the membership's own, or else those of its period."""

    key: str
    period: str
    area: str
    on_list: bool
    party: str
    start: date | None
    end: date | None


class Seats:
    """`latest` is the period that began last."""

    def __init__(self, lists: Mapping[str, list[Item]], facts: LegislatureFacts) -> None:
        self.facts = facts
        self.parties = _names(lists["organizations"])
        self.areas = _names(lists.get("areas", []))
        self.periods = _periods(lists.get("events", []))
        self.latest = max(self.periods, key=lambda name: str(self.periods[name][0]), default="")

    def read(self, fields: Fields) -> Seat | None:
        """None for other memberships than of the legislature, such as of a committee."""
        if fields.text("organization_id") not in self.parties:
            raise fields.problem("names an organization that is not listed", "organization_id")
        period = fields.text("legislative_period_id", limit=60)
        if not period:
            return None
        if period not in self.periods:
            raise fields.problem(f"there is no period {period}", "legislative_period_id")
        began, ended = self.periods[period]
        area, party = fields.text("area_id", limit=80), fields.text("on_behalf_of_id", limit=80)
        if area and area not in self.areas:
            raise fields.problem(f"there is no area {area}", "area_id")
        if party and party not in self.parties:
            raise fields.problem(f"there is no organization {party}", "on_behalf_of_id")
        name = self.areas.get(area, "")
        on_list = name.lower() in LIST_SEATS
        own = fields.day("start_date")
        return Seat(
            key="/".join(part for part in (period, area[-60:], str(own or "")) if part),
            period=period,
            area="" if on_list else name,
            on_list=on_list,
            party=self.parties.get(party, ""),
            start=own or began,
            end=fields.day("end_date") or ended,
        )


def _names(items: list[Item]) -> dict[str, str]:
    every = (Fields(item, item.data) for item in items)
    return {one.text("id", required=True): one.text("name", required=True) for one in every}


def _periods(items: list[Item]) -> dict[str, tuple[date | None, date | None]]:
    """Other events, such as elections, may have dates of a year alone."""
    every = (Fields(item, item.data) for item in items)
    return {
        one.text("id", required=True): (one.day("start_date"), one.day("end_date"))
        for one in every
        if one.text("classification") == PERIOD
    }
