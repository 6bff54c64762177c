"""Sponsors and cosponsors of one number of a bill as Congress.gov lists them, all or nothing."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from scoreboard.congress_gov.answers import Cosponsor, Detail
from scoreboard.congress_gov.bill_key import BillKey, read_key
from scoreboard.congress_gov.client import Client, Sponsors
from scoreboard.congress_gov.problems import CongressProblem
from scoreboard.imports.legislatures import CONGRESS, congress
from scoreboard.models import Bill, BillNumber, Legislator, Stance
from scoreboard.models.bill import BillStatus
from scoreboard.positions import Origin, Position, Role
from scoreboard.services.stances import write_stance

SOURCE = "Congress.gov"


@dataclass(slots=True)
class SyncChanges:
    """`unknown` holds the identifiers of people whom no import has brought yet."""

    created: int = 0
    updated: int = 0
    withdrawn: int = 0
    unchanged: int = 0
    unknown: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"created: {self.created}, updated: {self.updated}, "
            f"withdrawn: {self.withdrawn}, unchanged: {self.unchanged}"
        )


def sync_number(*, slug: str, client: Client, dry_run: bool = False) -> SyncChanges:
    """Ask first, then write. Raises CongressProblem, of which staff read beside the bill."""
    key = read_key(slug)
    if key is None:
        raise CongressProblem(f"{slug[:50]} is not the key of a bill, such as s4084-116.")
    try:
        found = client.read(key)
    except CongressProblem as problem:
        if not dry_run:
            tried = {"tried_at": timezone.now(), "problem": str(problem)[:300]}
            BillNumber.objects.filter(slug=key.slug).update(**tried)
        raise
    return _write(key, found, dry_run)


@transaction.atomic
def _write(key: BillKey, found: Sponsors, dry_run: bool) -> SyncChanges:
    number = _number(key, found.detail)
    changes = SyncChanges()
    facts = _facts(key, found)
    people = {
        person.identifier: person
        for person in Legislator.objects.filter(scheme="bioguide", identifier__in=facts)
    }
    changes.unknown = sorted(set(facts) - set(people))
    stored = {stance.legislator_id: stance for stance in Stance.objects.on(number.bill)}
    for identifier, fact in facts.items():
        if identifier in people:
            _set(number, people[identifier], stored, fact, changes)
    _drop(number, {person.pk for person in people.values()}, found.cosponsors, changes)
    now = timezone.now()
    current = {"synced_at": now, "tried_at": now, "problem": ""}
    BillNumber.objects.filter(pk=number.pk).update(**current)
    if dry_run:
        transaction.set_rollback(True)
    return changes


def _facts(key: BillKey, found: Sponsors) -> dict[str, dict[str, Any]]:
    """What is true of everybody who sponsors it now."""
    shown = {"position": Position.SPONSORING.value, "source": SOURCE}
    facts = {
        one.identifier: {
            **shown,
            "role": Role.COSPONSOR.value,
            "since": one.since,
            "evidence_url": f"{key.url}/cosponsors",
        }
        for one in found.cosponsors
        if one.withdrawn_on is None
    }
    for identifier in found.detail.sponsors:
        since = found.detail.introduced_on
        sponsor = {"role": Role.SPONSOR.value, "since": since, "evidence_url": key.url}
        facts[identifier] = {**shown, **sponsor}
    return facts


def _set(
    number: BillNumber,
    person: Legislator,
    stored: dict[int, Stance],
    fact: dict[str, Any],
    changes: SyncChanges,
) -> None:
    stance = stored.get(person.pk) or Stance(bill=number.bill, legislator=person)
    is_new = stance.pk is None
    for name, value in fact.items():
        setattr(stance, name, value)
    stance.number, stance.origin = number, Origin.CONGRESS
    if write_stance(stance=stance):
        changes.created += is_new
        changes.updated += not is_new
    else:
        changes.unchanged += 1


def _drop(
    number: BillNumber, current: set[int], listed: tuple[Cosponsor, ...], changes: SyncChanges
) -> None:
    """Who was listed and is not any more; what staff entered with evidence stays."""
    withdrawn = {one.identifier: one.withdrawn_on for one in listed if one.withdrawn_on}
    before = Stance.objects.on(number.bill).filter(position=Position.SPONSORING)
    before = before.exclude(origin=Origin.STAFF).exclude(legislator__in=current)
    for stance in before.select_related("legislator"):
        here = stance.number_id == number.pk
        if not here and (stance.number_id or stance.legislator.chamber_id != number.chamber_id):
            continue
        stance.position, stance.role = Position.NOT_SPONSORING, ""
        stance.since = withdrawn.get(stance.legislator.identifier) or date.today()
        stance.number, stance.origin, stance.source = number, Origin.CONGRESS, SOURCE
        changes.withdrawn += write_stance(stance=stance)


def _number(key: BillKey, detail: Detail) -> BillNumber:
    """The number as it is stored; a bill that nobody entered yet is made from the answer."""
    known = BillNumber.objects.select_for_update(of=("self",)).select_related("bill", "chamber")
    number = known.filter(slug=key.slug).first()
    if number is None:
        legislature = congress()
        bill = Bill.objects.create(
            legislature=legislature,
            slug=key.slug,
            title=detail.title.removeprefix("The "),
            congress=key.congress,
            introduced_on=detail.introduced_on,
            text_url=f"{key.url}/text",
        )
        chamber = legislature.chambers.get(slug=key.chamber)
        number = BillNumber.objects.create(
            bill=bill, chamber=chamber, number=key.printed, slug=key.slug, url=key.url
        )
    _bring_up_to_date(number.bill, detail)
    return number


def _bring_up_to_date(bill: Bill, detail: Detail) -> None:
    """The latest action of either number; the words that staff wrote stay."""
    if bill.legislature.slug != CONGRESS or detail.latest_action_on is None:
        return
    known = bill.latest_action_on
    told = (detail.latest_action_on, detail.latest_action)
    if (known is None or told[0] >= known) and told != (known, bill.latest_action):
        bill.latest_action_on, bill.latest_action = told
        bill.status = status_of(detail.latest_action) or bill.status
        bill.save()


def status_of(action: str) -> str:
    """Only what an action says for certain; empty otherwise."""
    words = action.lower()
    if words.startswith("became public law"):
        return BillStatus.LAW
    if words.startswith("vetoed"):
        return BillStatus.VETOED
    if words.startswith("presented to president"):
        return BillStatus.BOTH_CHAMBERS
    passed = ("passed senate", "passed house", "on passage passed", "received in the")
    return BillStatus.ONE_CHAMBER if words.startswith(passed) else ""
