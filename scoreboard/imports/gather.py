"""Reading everything that one import brings, before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date

from campaign_blocks.kit.progress import Tick, ticking, unseen
from scoreboard.imports.formats import parse_handles, parse_offices, parse_source
from scoreboard.imports.problems import ImportProblem
from scoreboard.imports.records import (
    Handles,
    LegislatureFacts,
    LocalOffice,
    Person,
    Roster,
)
from scoreboard.imports.sources import Fetch, Source, Text, fetch, read_source, read_text


@dataclass(slots=True)
class Gathered:
    people: dict[str, Person] = field(default_factory=dict)
    handles: dict[str, Handles] = field(default_factory=dict)
    offices: dict[str, tuple[LocalOffice, ...]] = field(default_factory=dict)
    legislatures: dict[str, LegislatureFacts] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    def add_source(self, source: Source, as_of: date | None) -> None:
        parsed = parse_source(source, as_of, self.left_out)
        self.legislatures |= {facts.slug: facts for facts in parsed.legislatures}
        self.handles.update(parsed.handles)
        self.offices.update(parsed.offices)
        for person in parsed.people:
            known = self.people.get(person.identifier)
            self.people[person.identifier] = combine(known, person) if known else person
        if source.social:
            self.handles.update(parse_handles(source.social))
        if source.offices:
            self.offices.update(parse_offices(source.offices))

    def roster(self) -> Roster:
        return Roster(
            people=self.people,
            handles=self.handles,
            offices=self.offices,
            left_out=tuple(self.left_out),
            legislatures=tuple(self.legislatures.values()),
        )


def combine(known: Person, person: Person) -> Person:
    """The later source wins, field by field, where it knows something."""
    if known.scheme != person.scheme:
        message = f"{person.identifier} is a number of another kind in {known.source}"
        raise ImportProblem(message, source=person.source, line=person.line)
    said = {f.name: getattr(person, f.name) for f in fields(person)}
    unknown = [name for name, value in said.items() if value is None and name != "district"]
    return replace(known, **{name: said[name] for name in said if name not in unknown})


def gather(
    sources: Sequence[str],
    *,
    social: str = "",
    offices: str = "",
    as_of: date | None = None,
    fetch: Fetch = fetch,
    tick: Tick = unseen,
) -> Roster:
    """Raises ImportProblem for what is wrong in the first source that has something wrong."""
    return put_together(
        [read_source(name, fetch=fetch) for name in ticking(sources, tick)],
        social=read_text(social, fetch=fetch) if social else None,
        offices=read_text(offices, fetch=fetch) if offices else None,
        as_of=as_of,
    )


def put_together(
    sources: Sequence[Source],
    *,
    social: Text | None = None,
    offices: Text | None = None,
    as_of: date | None = None,
) -> Roster:
    gathered = Gathered()
    for source in sources:
        gathered.add_source(source, as_of)
    if social:
        gathered.handles.update(parse_handles(social))
    if offices:
        gathered.offices.update(parse_offices(offices))
    return gathered.roster()
