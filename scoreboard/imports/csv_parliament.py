"""Parser of a CSV roster of any parliament: one row per person; columns: REQUIRED and MORE."""

from django.utils.text import slugify

from scoreboard.imports.csv_rows import read_rows
from scoreboard.imports.documents import Item
from scoreboard.imports.fields import Fields
from scoreboard.imports.problems import ImportProblem, Problems
from scoreboard.imports.records import (
    ChamberFacts,
    Handles,
    LegislatureFacts,
    Parsed,
    Person,
)

REQUIRED = ("legislature", "chamber", "identifier", "full_name", "family_name", "party")
MORE = (
    "country",
    "given_name",
    "title",
    "state",
    "district",
    "area",
    "term_start",
    "term_end",
    "phone",
    "email",
    "website",
    "contact_form",
    "x",
    "bluesky",
    "mastodon",
    "facebook",
    "instagram",
    "youtube",
)


def is_one(text: str) -> bool:
    """Rosters of Congress have no such column."""
    heading = text.removeprefix("\ufeff").partition("\n")[0]
    return "legislature" in [cell.strip(' "\r') for cell in heading.split(",")]


def parse(text: str, *, source: str) -> Parsed:
    people: dict[str, Person] = {}
    handles: dict[str, Handles] = {}
    found: dict[str, LegislatureFacts] = {}
    problems = Problems()
    for item in read_rows(text, REQUIRED, source=source):
        with problems.gathered():
            fields = Fields(item, item.data)
            person = _person(fields, _seen(fields, found), item)
            if person.identifier in people:
                first = people[person.identifier].line
                message = f"{person.identifier} is already on line {first}"
                raise fields.problem(message, "identifier")
            people[person.identifier] = person
            handles[person.identifier] = _handles(fields, person.identifier)
    problems.raise_any()
    if not people:
        raise ImportProblem("there are no people in it", source=source, line=1)
    return Parsed(list(people.values()), list(found.values()), handles)


def _seen(fields: Fields, found: dict[str, LegislatureFacts]) -> LegislatureFacts:
    """The legislature of this row, with the chamber of this row."""
    name = fields.text("legislature", required=True, limit=120)
    chamber = fields.text("chamber", required=True, limit=80)
    country = fields.text("country", limit=2).upper()
    if not (slug := slugify(name)[:50]) or not slugify(chamber):
        raise fields.problem("holds no letter from A to Z", "legislature")
    known = found.get(slug) or LegislatureFacts(slug, name, country, "members", ())
    if chamber not in [one.name for one in known.chambers]:
        facts = ChamberFacts(slugify(chamber)[:50], chamber, "Member", fields.text("title")[:20])
        known = LegislatureFacts(slug, name, country, "members", (*known.chambers, facts))
    found[slug] = known
    return known


def _person(fields: Fields, facts: LegislatureFacts, item: Item) -> Person:
    area, number = fields.text("area", limit=120), fields.whole_number("district")
    chamber = slugify(fields.text("chamber"))[:50]
    state, party = fields.text("state", limit=10), fields.text("party", required=True, limit=80)
    start, end = fields.day("term_start"), fields.day("term_end")
    if start and end and end < start:
        raise fields.problem("is before term_start", "term_end")
    seat = area or ", ".join(str(part) for part in (state, number) if part not in ("", None))
    return Person(
        scheme=facts.slug[:20],
        identifier=fields.text("identifier", required=True, limit=80),
        legislature=facts.slug,
        chamber=chamber,
        given_name=fields.text("given_name", limit=80),
        family_name=fields.text("family_name", required=True, limit=80),
        full_name=fields.text("full_name", required=True, limit=120),
        title=fields.text("title", limit=20) or None,
        party=party,
        state=state,
        district=number,
        area=area,
        on_list=not seat,
        seat=seat or "List",
        term_start=start,
        term_end=end,
        phone=fields.text("phone", limit=40) or None,
        email=fields.mail("email") or None,
        website=fields.url("website") or None,
        contact_form=fields.url("contact_form") or None,
        source=item.source,
        line=item.line,
    )


def _handles(fields: Fields, identifier: str) -> Handles:
    return Handles(
        identifier=identifier,
        x_handle=fields.handle("x"),
        bluesky=fields.text("bluesky", limit=120).removeprefix("@"),
        mastodon=fields.text("mastodon", limit=120),
        facebook=fields.text("facebook", limit=120),
        instagram=fields.text("instagram", limit=120),
        youtube=fields.text("youtube", limit=120),
    )
