"""From a person of a Popolo file, and the seats they held, to a member."""

import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import urlsplit

from scoreboard.imports.documents import Item
from scoreboard.imports.fields import HANDLE, Fields
from scoreboard.imports.popolo_seats import Seat
from scoreboard.imports.records import Handles, LegislatureFacts, Person, Service

SCHEME = "popolo"


def describe(
    item: Item, facts: LegislatureFacts, seats: Sequence[Seat], when: date | str
) -> tuple[Person, Handles | None] | None:
    """`when` is a day, or the name of a period. None for somebody who does not sit then."""
    fields = Fields(item, item.data)
    full_name = fields.text("name", required=True, limit=120)
    seat = _sits(seats, when)
    if seat is None:
        return None
    given, family = _names(fields, full_name)
    chamber = facts.chambers[0].slug
    person = Person(
        scheme=SCHEME,
        identifier=fields.text("id", required=True, limit=80),
        legislature=facts.slug,
        chamber=chamber,
        given_name=given,
        family_name=family,
        full_name=full_name,
        party=seat.party[:80],
        state="",
        district=None,
        area=seat.area[:120],
        on_list=seat.on_list,
        seat=(seat.area or ("List" if seat.on_list else ""))[:160],
        term_start=seat.start,
        term_end=seat.end,
        phone=_contact(fields, "phone") or _contact(fields, "voice") or None,
        email=fields.mail("email") or None,
        terms=tuple({one.key: _service(one, chamber) for one in seats}.values()),
        ids=_ids(fields),
        source=item.source,
        line=item.line,
    )
    return person, _handles(fields, person.identifier)


def _sits(seats: Sequence[Seat], when: date | str) -> Seat | None:
    """The seat that they hold; of several in one period, the last that nobody ended."""
    if isinstance(when, date):
        held = [s for s in seats if (s.start or when) <= when <= (s.end or when)]
    else:
        held = [s for s in seats if s.period == when and s.end is None]
    return max(held, key=lambda seat: str(seat.start), default=None)


def _service(seat: Seat, chamber: str) -> Service:
    end = seat.end if not (seat.start and seat.end) or seat.start <= seat.end else None
    return Service(
        key=seat.key,
        chamber=chamber,
        area=seat.area[:120],
        seat=(seat.area or ("List" if seat.on_list else ""))[:160],
        party=seat.party[:80],
        start=seat.start,
        end=end,
    )


def _names(fields: Fields, full_name: str) -> tuple[str, str]:
    """Given and family name; many files tell them only as 'Rurawhe, Adrian', or not at all."""
    given = fields.text("given_name", limit=80)
    family = fields.text("family_name", limit=80)
    if not family:
        family = fields.text("sort_name").partition(",")[0].strip() or full_name.split()[-1]
    return given or full_name.removesuffix(family).strip()[:80], family[:80]


def _contact(fields: Fields, kind: str) -> str:
    every = fields.each("contact_details", required=False)
    return next((one.maybe("value", limit=40) for one in every if one.text("type") == kind), "")


def _handles(fields: Fields, identifier: str) -> Handles | None:
    links = {
        one.text("note").lower(): urlsplit(one.link("url"))
        for one in fields.each("links", required=False)
    }
    x_handle = _contact(fields, "twitter").removeprefix("@")
    found = Handles(
        identifier=identifier,
        x_handle=x_handle if HANDLE.fullmatch(x_handle) else "",
        facebook=_last_part(links["facebook"].path) if "facebook" in links else "",
        instagram=_last_part(links["instagram"].path) if "instagram" in links else "",
    )
    return found if found != Handles(identifier) else None


def _last_part(path: str) -> str:
    """'/pages/Some-Name/123' is told as it is; only plain names are kept."""
    name = path.strip("/")
    return name if re.fullmatch(r"[\w.-]{1,120}", name) else ""


def _ids(fields: Fields) -> dict[str, str]:
    every = fields.each("identifiers", required=False)
    return {
        one.text("scheme"): one.text("identifier")
        for one in every
        if one.text("scheme") in {"wikidata", "everypolitician_legacy", "parliamentdotuk"}
    }
