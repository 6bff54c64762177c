"""Parser of our own CSV roster: one row per person, the columns in COLUMNS."""

from scoreboard.imports.congress import SCHEME
from scoreboard.imports.csv_rows import read_rows
from scoreboard.imports.fields import Fields
from scoreboard.imports.parties import party_name
from scoreboard.imports.problems import ImportProblem, Problems
from scoreboard.imports.records import Person
from scoreboard.seats import is_voting, member_title, seat_name
from scoreboard.states import ALL_STATES

COLUMNS = (
    "bioguide",
    "given_name",
    "family_name",
    "full_name",
    "party",
    "chamber",
    "state",
    "district",
    "x",
    "website",
    "phone",
    "contact_form",
)
CHAMBERS = ("senate", "house")


def parse(text: str, *, source: str) -> list[Person]:
    people: dict[str, Person] = {}
    problems = Problems()
    for item in read_rows(text, COLUMNS, source=source):
        with problems.gathered():
            fields = Fields(item, item.data)
            person = _person(fields)
            if person.identifier in people:
                first = people[person.identifier].line
                raise fields.problem(f"{person.identifier} is already on line {first}", "bioguide")
            people[person.identifier] = person
    problems.raise_any()
    if not people:
        raise ImportProblem("there are no people in it", source=source, line=1)
    return list(people.values())


def _person(fields: Fields) -> Person:
    chamber, state = fields.text("chamber", required=True), fields.text("state", required=True)
    if chamber not in CHAMBERS:
        raise fields.problem("is neither senate nor house", "chamber")
    if state not in ALL_STATES:
        raise fields.problem(f"{state} is not a state or territory", "state")
    district = fields.whole_number("district")
    if (district is None) == (chamber == "house"):
        raise fields.problem(
            "a house seat has a number (0 = at large), a senate seat none", "district"
        )
    return Person(
        scheme=SCHEME,
        identifier=fields.text("bioguide", required=True, limit=40),
        chamber=chamber,
        given_name=fields.text("given_name", required=True, limit=80),
        family_name=fields.text("family_name", required=True, limit=80),
        full_name=fields.text("full_name", required=True, limit=120),
        title=member_title(chamber, state),
        party=party_name(fields.text("party", required=True, limit=60)),
        state=state,
        district=district,
        seat=seat_name(state, district),
        voting=is_voting(state),
        phone=fields.text("phone", limit=40) or None,
        website=fields.url("website") or None,
        contact_form=fields.url("contact_form") or None,
        x_handle=fields.handle("x") or None,
        source=fields.item.source,
        line=fields.item.line,
    )
