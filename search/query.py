"""One question to everything that can be found: pages here, records through the search door."""

import unicodedata
from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campaign_blocks.kit.doors import SearchHit, SearchSource, search_sources
from campaign_blocks.kit.searching import MAX_LENGTH, parse_query
from search.pages import find_pages

COUNTED = 50
SHOWN = 8


@dataclass(frozen=True)
class Group:
    """Found records of one kind; `total` is exact up to 50, beyond that `more` is true."""

    name: str
    label: str | Promise
    hits: list[SearchHit]
    total: int
    more: bool

    @property
    def is_cut(self) -> bool:
        return len(self.hits) < self.total or self.more


@dataclass(frozen=True)
class Answer:
    """`words` may be shown again in the field; `asked` is false when nothing was looked for."""

    words: str
    asked: bool
    groups: list[Group]
    kind: str = ""

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)

    @property
    def more(self) -> bool:
        return any(group.more for group in self.groups)


def answer(request: HttpRequest) -> Answer:
    raw = request.GET.get("q", "")[: MAX_LENGTH * 5]
    words = legible(raw)
    if parse_query(raw) is None:
        return Answer(words=words, asked=False, groups=[])
    kind = request.GET.get("kind", "")
    chosen = [source for source in sources(request) if source.name == kind]
    shown = COUNTED if chosen else SHOWN
    groups = [look_up(source, raw, shown) for source in chosen or sources(request)]
    return Answer(
        words=words,
        asked=True,
        groups=[group for group in groups if group.hits],
        kind=chosen[0].name if chosen else "",
    )


def sources(request: HttpRequest) -> list[SearchSource]:
    pages = SearchSource("pages", _("Pages"), partial(find_pages, request))
    return [pages, *search_sources()]


def look_up(source: SearchSource, query: str, shown: int) -> Group:
    found = source.search(query, COUNTED + 1)
    return Group(
        name=source.name,
        label=source.label,
        hits=found[:shown],
        total=min(len(found), COUNTED),
        more=len(found) > COUNTED,
    )


def legible(raw: str) -> str:
    """The visitor's own words without control characters and direction overrides."""
    kept = (one if unicodedata.category(one)[0] != "C" else " " for one in raw[:MAX_LENGTH])
    return " ".join("".join(kept).split())
