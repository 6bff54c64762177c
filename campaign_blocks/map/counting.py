"""The kinds of a map, and how many places of each are in which state."""

from django.db.models import Count

from campaign_blocks.map.models import Counts, Kind, Map, Place


def kinds_and_counts(chosen: Map) -> tuple[list[Kind], Counts]:
    """The kinds in the editors' order and {state: {kind id: published places}}; two queries.

    Joined, every place would carry all words of its kind; a union costs more to write than to ask.
    """
    counts: Counts = {}
    places = Place.objects.filter(map=chosen, live=True).order_by()
    for state, kind, number in places.values_list(chosen.areas.field, "kind_id").annotate(
        Count("pk")
    ):
        counts.setdefault(state, {})[kind] = number
    return list(Kind.objects.filter(map=chosen).order_by("sort_order", "pk")), counts
