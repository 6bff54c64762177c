"""Congress as it was in June 2020, the bill, and who stood behind it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from home.demo.records import Records
from scoreboard.imports.gather import gather
from scoreboard.imports.legislatures import congress
from scoreboard.imports.records import Roster
from scoreboard.imports.writer import write_roster
from scoreboard.models import Bill, Legislator, Stance
from scoreboard.positions import Position
from scoreboard.services.bills import Number, StanceFact, record_stances, save_bill

HERE = Path(__file__).parent
ROSTER, BILL = HERE / "roster.csv", HERE / "bill.json"


def read_roster(source: str | None, *, anew: bool = False) -> Roster | None:
    """The named roster; else our own, unless people are there already. Raises ImportProblem."""
    if source:
        return gather([source])
    return gather([str(ROSTER)]) if anew or not Legislator.objects.exists() else None


def bill_facts() -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(BILL.read_text(encoding="utf-8"))
    return facts


@transaction.atomic
def build_congress(records: Records, roster: Roster | None) -> None:
    if roster is not None:
        changes = write_roster(roster)
        for words in (*changes.created, *changes.updated, *changes.retired):
            records.note(f"legislator {words}")
    facts = bill_facts()
    bill = Bill.objects.filter(slug=facts["slug"]).first() or _bill(facts, records)
    records.bill_id = bill.pk
    known = set(Stance.objects.filter(bill=bill).values_list("legislator__identifier", flat=True))
    missing = [fact for fact in _stances(facts) if fact.identifier not in known]
    made = record_stances(bill=bill, facts=missing).created
    if made:
        records.note(f"stances of {made} people")


def _bill(facts: dict[str, Any], records: Records) -> Bill:
    numbers = [
        Number(chamber=n["chamber"], number=n["number"], slug=n["slug"], url=n["url"])
        for n in facts["numbers"]
    ]
    records.note(f"bill {facts['slug']}")
    return save_bill(
        slug=facts["slug"],
        legislature=congress(),
        numbers=numbers,
        title=facts["title"],
        short_title=facts["short_title"],
        summary=facts["summary"],
        congress=facts["congress"],
        introduced_on=date.fromisoformat(facts["introduced_on"]),
        text_url=facts["text_url"],
        **facts["texts"],
    )


def _stances(facts: dict[str, Any]) -> list[StanceFact]:
    return [
        StanceFact(
            identifier=person["bioguide"],
            position=Position.SPONSORING,
            role=person["role"],
            since=date.fromisoformat(person["since"]) if person["since"] else None,
            evidence_url=f"{number['url']}/cosponsors",
            source=facts["source"],
        )
        for number in facts["numbers"]
        for person in number["sponsors"]
    ]
