"""Bills and where people stand on them, written all or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from scoreboard.models import Bill, BillNumber, Legislator, Legislature, Stance
from scoreboard.positions import Origin
from scoreboard.services.stances import write_stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """The bill's number in one chamber: 'senate', 'S.4084', 's4084-116'."""

    chamber: str
    number: str
    slug: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceFact:
    """Where the person with this identifier stands, and how we know."""

    identifier: str
    position: str
    role: str = ""
    since: date | None = None
    evidence_url: str = ""
    source: str = ""


@dataclass(slots=True)
class StanceChanges:
    """`unknown` holds the identifiers of people whom no import has brought yet."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    unknown: list[str] = field(default_factory=list)


@transaction.atomic
def save_bill(
    *, slug: str, legislature: Legislature, numbers: Sequence[Number] = (), **values: Any
) -> Bill:
    """Create the bill or bring it up to date; saving the same again writes nothing."""
    bill = Bill.objects.filter(slug=slug).first() or Bill(slug=slug)
    _save_if_changed(bill, {"legislature": legislature, **values})
    chambers = {chamber.slug: chamber for chamber in legislature.chambers.all()}
    for number in numbers:
        chamber = chambers[number.chamber]
        stored = BillNumber.objects.filter(bill=bill, chamber=chamber).first()
        told = {"number": number.number, "slug": number.slug, "url": number.url}
        _save_if_changed(stored or BillNumber(bill=bill, chamber=chamber), told)
    bill.__dict__.pop("numbers_by_chamber", None)
    return bill


@transaction.atomic
def record_stances(*, bill: Bill, facts: Sequence[StanceFact]) -> StanceChanges:
    """Add or correct stances; those of people who are not named stay as they are."""
    changes = StanceChanges()
    named = [fact.identifier for fact in facts]
    people = {p.identifier: p for p in Legislator.objects.filter(identifier__in=named)}
    stored = {stance.legislator_id: stance for stance in Stance.objects.on(bill)}
    for fact in facts:
        person = people.get(fact.identifier)
        if person is None:
            changes.unknown.append(fact.identifier)
            continue
        stance = stored.get(person.pk) or Stance(bill=bill, legislator=person)
        is_new = stance.pk is None
        for name, value in _told(fact).items():
            setattr(stance, name, value)
        stance.origin = Origin.FILE
        if write_stance(stance=stance):
            changes.created += is_new
            changes.updated += not is_new
        else:
            changes.unchanged += 1
    return changes


def _told(fact: StanceFact) -> dict[str, Any]:
    names = ("position", "role", "since", "evidence_url", "source")
    return {name: getattr(fact, name) for name in names}


def _save_if_changed(record: Any, values: dict[str, Any]) -> bool:
    """Whether there was anything to save; the record is checked before."""
    if record.pk is not None and all(getattr(record, n) == v for n, v in values.items()):
        return False
    for name, value in values.items():
        setattr(record, name, value)
    record.full_clean(validate_unique=False)
    record.save()
    return True
