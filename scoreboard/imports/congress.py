"""Parser of unitedstates/congress-legislators: legislators-current (YAML or JSON)."""

from collections.abc import Sequence
from datetime import date

from scoreboard.imports.documents import Item
from scoreboard.imports.fields import Fields
from scoreboard.imports.parties import party_name
from scoreboard.imports.problems import Problems
from scoreboard.imports.records import Person, Service
from scoreboard.seats import is_voting, member_title, seat_name
from scoreboard.states import ALL_STATES

SCHEME = "bioguide"
CHAMBERS = {"sen": "senate", "rep": "house"}


def parse(items: Sequence[Item], *, as_of: date | None = None) -> list[Person]:
    """Everybody with a term on that day; without a day, everybody by their last term."""
    people: dict[str, Person] = {}
    lines: dict[str, int] = {}
    problems = Problems()
    for item in items:
        with problems.gathered():
            fields = Fields(item, item.data)
            identifier = fields.inner("id").text("bioguide", required=True, limit=40)
            if identifier in lines:
                first = lines[identifier]
                raise fields.problem(f"{identifier} is listed already on line {first}", "id")
            lines[identifier] = item.line
            if (term := _term(fields, as_of)) is not None:
                people[identifier] = _person(fields, identifier, term)
    problems.raise_any()
    return list(people.values())


def _term(fields: Fields, as_of: date | None) -> Fields | None:
    """The term that counts. Lengths differ (Puerto Rico: 4 years), so only the dates decide."""
    terms = fields.each("terms")
    if as_of is None:
        return terms[-1]
    for term in reversed(terms):
        start, end = term.day("start", required=True), term.day("end", required=True)
        if start and end and start <= as_of <= end:
            return term
    return None


def _seat(term: Fields) -> tuple[str, str, int | None]:
    """Chamber, state and district."""
    kind, state = term.text("type", required=True), term.text("state", required=True)
    if kind not in CHAMBERS:
        raise term.problem("is neither sen nor rep", "type")
    if state not in ALL_STATES:
        raise term.problem(f"{state} is not a state or territory", "state")
    district = term.whole_number("district") if kind == "rep" else None
    if kind == "rep" and district is None:
        raise term.problem("is missing", "district")
    return CHAMBERS[kind], state, district


def _person(fields: Fields, identifier: str, term: Fields) -> Person:
    name = fields.inner("name")
    chamber, state, district = _seat(term)
    return Person(
        scheme=SCHEME,
        identifier=identifier,
        chamber=chamber,
        given_name=name.text("first", required=True, limit=80),
        family_name=name.text("last", required=True, limit=80),
        full_name=_full_name(name),
        nickname=name.text("nickname", limit=80),
        title=member_title(chamber, state),
        party=party_name(term.text("party", required=True, limit=60)),
        caucus=party_name(term.text("caucus", limit=60)),
        state=state,
        district=district,
        seat=seat_name(state, district),
        voting=is_voting(state),
        term_start=term.day("start"),
        term_end=term.day("end"),
        phone=term.text("phone", limit=40),
        website=term.link("url"),
        contact_form=term.link("contact_form"),
        address=term.text("address"),
        terms=_history(fields),
        ids=_ids(fields.inner("id")),
        source=fields.item.source,
        line=fields.item.line,
    )


def _history(fields: Fields) -> tuple[Service, ...]:
    """Every term that is dated well, though its state may be none today."""
    found = (_service(term) for term in fields.each("terms"))
    return tuple({one.key: one for one in found if one is not None}.values())


def _service(term: Fields) -> Service | None:
    kind, state = term.text("type", limit=10), term.text("state", limit=10)
    start, end = term.day("start"), term.day("end")
    if kind not in CHAMBERS or start is None or (end and end < start):
        return None
    district = _known_district(term) if kind == "rep" else None
    return Service(
        key=f"{kind}-{state}-{start.isoformat()}",
        chamber=CHAMBERS[kind],
        state=state,
        district=district,
        seat=seat_name(state, district) if state in ALL_STATES else state,
        party=party_name(term.text("party", limit=60)),
        start=start,
        end=end,
        voting=is_voting(state),
    )


def _known_district(term: Fields) -> int | None:
    """Seats of the first Congresses have -1: the district isn't known."""
    return None if term.text("district").startswith("-") else term.whole_number("district")


def _full_name(name: Fields) -> str:
    """The official spelling, or the name that the person goes by."""
    spelled = name.text("official_full", limit=120)
    called = name.text("nickname") or name.text("first")
    parts = [called, name.text("last"), name.text("suffix")]
    return spelled or " ".join(part for part in parts if part)


def _ids(fields: Fields) -> dict[str, str]:
    return {
        str(name): fields.text(str(name))
        for name, value in fields.data.items()
        if name != SCHEME and isinstance(value, str | int)
    }
