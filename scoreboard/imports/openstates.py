"""Parser of Open States' people: one YAML document per person."""

import re
from collections.abc import Sequence
from datetime import date

from scoreboard.imports.documents import Item
from scoreboard.imports.fields import Fields
from scoreboard.imports.openstates_offices import capitol, local_offices
from scoreboard.imports.parties import party_name
from scoreboard.imports.problems import ImportProblem, Problems
from scoreboard.imports.records import Handles, LocalOffice, Parsed, Person
from scoreboard.imports.records import Service as Term
from scoreboard.imports.state_legislatures import CHAMBERS, legislature_of, place_of
from scoreboard.states import ALL_STATES

SCHEME = "openstates"
JURISDICTION = re.compile(r"ocd-jurisdiction/country:us/(?:state|district|territory):([a-z]{2})/.*")


def parse(items: Sequence[Item], *, source: str, as_of: date) -> Parsed:
    """Everybody who sits in a state's legislature on that day."""
    people: dict[str, Person] = {}
    handles: dict[str, Handles] = {}
    offices: dict[str, tuple[LocalOffice, ...]] = {}
    problems = Problems()
    for item in items:
        with problems.gathered():
            fields = Fields(item, item.data)
            person = _person(fields, as_of)
            if person is None:
                continue
            if person.identifier in people:
                first = people[person.identifier].source
                raise fields.problem(f"{person.identifier} is in {first} already", "id")
            people[person.identifier] = person
            offices[person.identifier] = local_offices(fields, person)
            if accounts := _handles(fields, person.identifier):
                handles[person.identifier] = accounts
    problems.raise_any()
    if not people:
        raise ImportProblem("nobody in it sits in a legislature on that day", source=source)
    states = dict.fromkeys(person.state for person in people.values())
    facts = [legislature_of(state) for state in states]
    return Parsed(list(people.values()), facts, handles, offices)


def _person(fields: Fields, as_of: date) -> Person | None:
    full_name = fields.text("name", required=True, limit=120)
    identifier = fields.text("id", required=True, limit=80)
    terms = [term for role in fields.each("roles") if (term := _term(role)) is not None]
    now = [t for t in terms if (t.start or as_of) <= as_of <= (t.end or as_of)]
    if not now:
        return None
    seat = max(now, key=lambda term: str(term.start or ""))
    party = _party(fields)
    phone, address = capitol(fields)
    return Person(
        scheme=SCHEME,
        identifier=identifier,
        legislature=legislature_of(seat.state).slug,
        chamber=seat.chamber,
        given_name=fields.text("given_name", limit=80) or full_name.rpartition(" ")[0],
        family_name=fields.text("family_name", limit=80) or full_name.rpartition(" ")[2],
        full_name=full_name,
        party=party,
        state=seat.state,
        district=seat.district,
        area=seat.area,
        seat=seat.seat,
        term_start=seat.start,
        term_end=seat.end,
        phone=phone or None,
        email=fields.mail("email") or None,
        website=next((one.link("url") for one in fields.each("links", required=False)), None),
        address=address or None,
        terms=tuple({term.key: term for term in terms}.values()),
        ids=_ids(fields),
        source=fields.item.source,
        line=fields.item.line,
    )


def _term(role: Fields) -> Term | None:
    """None for a mayor, a governor and whoever else does not sit in the legislature."""
    kind = role.text("type", required=True)
    if kind not in CHAMBERS:
        return None
    found = JURISDICTION.fullmatch(role.text("jurisdiction", required=True))
    state = found[1].upper() if found else ""
    if state not in ALL_STATES:
        raise role.problem("is not a state of the United States", "jurisdiction")
    start, end = role.day("start_date"), role.day("end_date")
    if start and end and end < start:
        role.item.left_out.append(str(role.problem("ends before it begins", "start_date")))
        start = None
    words = role.text("district", required=True, limit=100)
    chamber, district, area, seat = place_of(state, kind, words)
    return Term(
        key=f"{chamber}-{words}-{start or f'to-{end}'}",
        chamber=chamber,
        state=state,
        district=district,
        area=area,
        seat=seat,
        start=start,
        end=end,
    )


def _party(fields: Fields) -> str:
    """The party that nobody left yet."""
    every = fields.each("party")
    now = [one for one in every if one.day("end_date") is None] or every
    return party_name(now[-1].text("name", required=True, limit=80))


def _handles(fields: Fields, identifier: str) -> Handles | None:
    if not isinstance(fields.data.get("ids"), dict):
        return None
    accounts = fields.inner("ids")
    return Handles(
        identifier=identifier,
        x_handle=accounts.handle("twitter"),
        facebook=accounts.maybe("facebook", limit=120),
        instagram=accounts.maybe("instagram", limit=120),
        youtube=accounts.maybe("youtube", limit=120),
    )


def _ids(fields: Fields) -> dict[str, str]:
    every = fields.each("other_identifiers", required=False)
    return {one.text("scheme"): one.text("identifier") for one in every}
