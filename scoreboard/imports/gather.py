"""Reading everything that one import brings, before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date

from campaign_blocks.kit.progress import Tick, ticking, unseen
from scoreboard.imports import congress, csv_roster, offices, social
from scoreboard.imports.documents import Item, read_items
from scoreboard.imports.records import Handles, LocalOffice, Person, Roster
from scoreboard.imports.sources import Fetch, Source, Text, fetch, read_source, read_text


@dataclass(slots=True)
class Gathered:
    people: dict[str, Person] = field(default_factory=dict)
    handles: dict[str, Handles] = field(default_factory=dict)
    offices: dict[str, tuple[LocalOffice, ...]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    def add_source(self, source: Source, as_of: date | None) -> None:
        for person in self._people(source.roster, as_of):
            known = self.people.get(person.identifier)
            self.people[person.identifier] = combine(known, person) if known else person
        if source.social:
            self.handles.update(social.parse(self._items(source.social)))
        if source.offices:
            self.offices.update(offices.parse(self._items(source.offices)))

    def _people(self, text: Text, as_of: date | None) -> list[Person]:
        if text.is_csv:
            return csv_roster.parse(text.text, source=text.name)
        items = self._items(text)
        people = congress.parse(items, as_of=as_of)
        self.left_out += [words for item in items for words in item.left_out]
        return people

    def _items(self, text: Text) -> list[Item]:
        return read_items(text.text, source=text.name)


def combine(known: Person, person: Person) -> Person:
    """The later source wins, field by field, where it knows something."""
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
    """Raises ImportProblem for the first thing that is wrong in any of the sources."""
    gathered = Gathered()
    for name in ticking(sources, tick):
        gathered.add_source(read_source(name, fetch=fetch), as_of)
    if social:
        gathered.handles.update(_handles(read_text(social, fetch=fetch)))
    if offices:
        gathered.offices.update(_offices(read_text(offices, fetch=fetch)))
    return Roster(
        people=gathered.people,
        handles=gathered.handles,
        offices=gathered.offices,
        left_out=tuple(gathered.left_out),
    )


def _handles(text: Text) -> dict[str, Handles]:
    return social.parse(read_items(text.text, source=text.name))


def _offices(text: Text) -> dict[str, tuple[LocalOffice, ...]]:
    return offices.parse(read_items(text.text, source=text.name))
