"""The kinds of a map and how many places of each are in which state, in one query."""

from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import CharField, Count, IntegerField, QuerySet, Value

from campaign_blocks.map.models import Counts, Kind, Map, Place

FIELDS = Kind._meta.concrete_fields
NAMES = [field.attname for field in FIELDS]


def kinds_and_counts(chosen: Map) -> tuple[list[Kind], Counts]:
    """The kinds in the editors' order and {state: {kind id: published places}}.

    A union instead of a join: joined, every place would carry all words of its kind.
    """
    kinds: list[Kind] = []
    counts: Counts = {}
    for state, *values, number in kinds_of(chosen).union(counts_of(chosen), all=True):
        if state is None:
            kinds.append(Kind.from_db(DEFAULT_DB_ALIAS, NAMES, values))
        else:
            counts.setdefault(state, {})[values[0]] = number
    return sorted(kinds, key=lambda kind: (kind.sort_order or 0, kind.pk)), counts


def kinds_of(chosen: Map) -> QuerySet[Kind, Any]:
    rows = Kind.objects.filter(map=chosen).order_by()
    return rows.values_list(Value(None, CharField()), *NAMES, Value(None, IntegerField()))


def counts_of(chosen: Map) -> QuerySet[Place, Any]:
    """Rows of the same width: state, id of the kind, nothing in its other fields, number."""
    rows = Place.objects.filter(map=chosen, published=True).order_by()
    nothing = [Value(None, field) for field in FIELDS[1:]]
    return rows.values_list("state", "kind_id", *nothing).annotate(number=Count("pk"))
