"""What the pictures of a bill should show now: two queries, however many people there are."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from scoreboard.board import count, members, vacant_seats
from scoreboard.models import Bill
from scoreboard.pictures.facts import BillFacts, Facts, PersonFacts, digest_of
from scoreboard.positions import FRIENDS, Position

COLUMNS = (
    "pk",
    "slug",
    "full_name",
    "family_name",
    "title",
    "chamber__short_title",
    "chamber__person_title",
    "party",
    "seat",
    "position",
    "number",
    "photo__file",
)


class Wanted(NamedTuple):
    bill_id: int | None
    legislator_id: int | None
    name: str
    facts: Facts
    digest: str


def wanted(bill: Bill | None) -> Iterator[Wanted]:
    host = urlsplit(settings.BASE_URL).hostname or ""
    if bill is not None:
        tally = count(bill, vacant_seats(bill).count())
        friends = sum(tally.at(position) for position in FRIENDS)
        told = BillFacts(bill.label, bill.title, friends, tally.people, tally.sentence, host)
        yield Wanted(bill.pk, None, bill.slug, told, digest_of(told))
    bill_id = bill.pk if bill else None
    labels = {position.value: str(position.label) for position in Position}
    rows = members(bill).with_position(bill).order_by("pk").values_list(*COLUMNS)
    for pk, slug, name, family, title, short, long, party, seat, stance, number, photo in rows:
        address = f"{title or short} {family}"
        facts = PersonFacts(
            name=name,
            office=", ".join(part for part in (title or long, party, seat) if part),
            stance=stance,
            stance_word=labels.get(stance, ""),
            call=call(stance, address, number or (bill.label if bill else "")),
            bill=number or (bill.label if bill else ""),
            host=host,
            photo=photo or "",
        )
        yield Wanted(bill_id, pk, slug, facts, digest_of(facts))


def call(stance: str, address: str, bill: str) -> str:
    if stance in FRIENDS:
        return _("Thank %(name)s") % {"name": address}
    return _("Ask %(name)s to sponsor %(bill)s") % {"name": address, "bill": bill}
