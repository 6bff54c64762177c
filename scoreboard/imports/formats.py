"""Which parser understands a text."""

import re
from datetime import date

from scoreboard.imports import (
    congress,
    csv_parliament,
    csv_roster,
    offices,
    openstates,
    popolo,
    social,
)
from scoreboard.imports.documents import Item, read_item, read_items, read_lists
from scoreboard.imports.legislatures import US_CONGRESS
from scoreboard.imports.problems import ImportProblem
from scoreboard.imports.records import Handles, LocalOffice, Parsed
from scoreboard.imports.sources import Source, Text

FIRST = re.compile(r"^(?![ \t]*(?:#|---|%|\r?$))", re.MULTILINE)


def parse_source(source: Source, as_of: date | None, left_out: list[str]) -> Parsed:
    """`left_out` receives what a parser did without."""
    if source.people:
        items = [read_item(text.text, source=text.name) for text in source.people]
        parsed = openstates.parse(items, source=source.name, as_of=as_of or date.today())
        left_out += [words for item in items for words in item.left_out]
        return parsed
    if source.roster is None:
        raise ImportProblem("holds nobody", source=source.name)
    return _parse_roster(source.roster, as_of, left_out)


def _parse_roster(text: Text, as_of: date | None, left_out: list[str]) -> Parsed:
    if text.is_csv:
        if csv_parliament.is_one(text.text):
            return csv_parliament.parse(text.text, source=text.name)
        return Parsed(csv_roster.parse(text.text, source=text.name), [US_CONGRESS])
    begins = _begins(text.text)
    if begins == "{":
        lists = read_lists(text.text, source=text.name)
        items = [item for every in lists.values() for item in every]
        parsed = popolo.parse(lists, source=text.name, as_of=as_of)
    elif begins in "[-":
        items = read_items(text.text, source=text.name)
        parsed = Parsed(congress.parse(items, as_of=as_of), [US_CONGRESS])
    else:
        items = [read_item(text.text, source=text.name)]
        parsed = openstates.parse(items, source=text.name, as_of=as_of or date.today())
    left_out += [words for item in items for words in item.left_out]
    return parsed


def _begins(text: str) -> str:
    """The first character that is neither a comment nor space; a list where there is none."""
    found = FIRST.search(text.removeprefix("\ufeff"))
    rest = text.removeprefix("\ufeff")[found.start() :].lstrip() if found else ""
    return rest[:1] or "-"


def parse_handles(text: Text) -> dict[str, Handles]:
    return social.parse(_items(text))


def parse_offices(text: Text) -> dict[str, tuple[LocalOffice, ...]]:
    return offices.parse(_items(text))


def _items(text: Text) -> list[Item]:
    return read_items(text.text, source=text.name)
