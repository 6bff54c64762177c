"""Searching records: whatever a visitor types goes in, an ordered list of records comes out.

Promises: never raises because of the words; one search takes two queries at most per backend;
when the search server is away or slow the database answers instead, from an index that is
written beside the server's, so that the list stays true.
"""

import logging
import time
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from django.db import connections
from django.db.models import Model, QuerySet
from wagtail.search.backends import get_search_backend
from wagtail.search.query import And, Phrase, PlainText, SearchQuery

Record = TypeVar("Record", bound=Model)

MAX_LENGTH = 200
MAX_WORDS = 16  # FTS5 nests one expression per word and refuses deep ones
SERVER_SECONDS = 1.5
REST_SECONDS = 30.0

# Meaningful inside a word (O'Brien, X-Lab, S.4084), never around it.
JOINERS = "'-._&/@\u200c\u200d"
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’ʼ", "'"))

logger = logging.getLogger(__name__)


def clean_query(raw: str) -> str:
    """At most 200 characters of words, single spaces and double quotes; "" when nothing is left."""
    text = unicodedata.normalize("NFKC", raw[:MAX_LENGTH]).translate(QUOTES)
    kept = "".join(_kept(character) for character in text)
    return " ".join(kept.split())[:MAX_LENGTH].strip()


def _kept(character: str) -> str:
    if character in JOINERS or character == '"':
        return character
    category = unicodedata.category(character)
    if category == "Cf":  # direction overrides and the like are not even a space
        return ""
    return character if category[0] in "LMN" else " "


def _words(text: str) -> Iterator[str]:
    for word in text.split():
        word = word.strip(JOINERS)
        if any(unicodedata.category(character)[0] in "LN" for character in word):
            yield word


def parse_query(raw: str) -> SearchQuery | None:
    """All words must be found; words in double quotes as a phrase. None: nothing to look for."""
    parts = clean_query(raw).split('"')
    plain: list[str] = []
    phrases: list[str] = []
    for number, part in enumerate(parts):
        words = list(_words(part))
        closed = number % 2 == 1 and number < len(parts) - 1
        if closed and len(words) > 1:
            phrases.append(" ".join(words))
        else:
            plain += words
    terms: list[SearchQuery] = [Phrase(phrase) for phrase in phrases]
    if plain:
        terms.append(PlainText(" ".join(plain[:MAX_WORDS]), operator="and"))
    return And(terms) if len(terms) > 1 else next(iter(terms), None)


def search_records(
    queryset: QuerySet[Record], query: str, limit: int, fields: Sequence[str] | None = None
) -> list[Record]:
    """Best matches first; words that only begin like the last one fill the rest of the list.

    `fields` narrows the search where the backend can (SQLite's index has no column per field).
    Every filter on the queryset needs an index.FilterField.
    """
    parsed = parse_query(query)
    if parsed is None or limit < 1:
        return []
    if not server.resting:
        try:
            return _search("default", queryset, parsed, limit, fields)
        except Exception:
            if not server.is_external:
                raise
            logger.exception("The search server did not answer; the database does.")
            server.rest()
    return _search("database", queryset, parsed, limit, fields)


def _search(
    name: str,
    queryset: QuerySet[Record],
    query: SearchQuery,
    limit: int,
    fields: Sequence[str] | None,
) -> list[Record]:
    backend = _backend(name)
    narrowed = list(fields) if fields and not _is_sqlite(backend, queryset) else None
    found: list[Record] = list(backend.search(query, queryset, fields=narrowed)[:limit])
    model: Any = queryset.model
    if (
        len(found) < limit
        and isinstance(query, PlainText)
        and model.get_autocomplete_search_fields()
    ):
        seen = {record.pk for record in found}
        begins = backend.autocomplete(query.query_string, queryset, operator="and")
        found += [record for record in begins[:limit] if record.pk not in seen]
    return found[:limit]


def _is_sqlite(backend: Any, queryset: QuerySet[Record]) -> bool:
    return not backend.catch_indexing_errors and connections[queryset.db].vendor == "sqlite"


@lru_cache(maxsize=2)
def _backend(name: str) -> Any:
    """Kept per process: a new one would open new connections to the server at each search."""
    backend = get_search_backend(name)
    if backend.catch_indexing_errors:
        backend.es = backend.es.options(request_timeout=SERVER_SECONDS, max_retries=0)
    return backend


class Server:
    """The circuit breaker: after a failure nobody waits for the server for half a minute."""

    def __init__(self) -> None:
        self._until = 0.0

    @property
    def is_external(self) -> bool:
        return bool(_backend("default").catch_indexing_errors)

    @property
    def resting(self) -> bool:
        return time.monotonic() < self._until

    def rest(self) -> None:
        self._until = time.monotonic() + REST_SECONDS

    def reset(self) -> None:
        self._until = 0.0
        _backend.cache_clear()


server = Server()
