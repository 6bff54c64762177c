"""What the people of a district signed, from the numbers that the worker adds up."""

from collections.abc import Iterator, Sequence

from django.urls import reverse

from campaign_blocks.kit.doors import Constituents
from campaign_blocks.petition.models import NumbersSnapshot, Petition


def count_constituents(*, state: str, district: str) -> Sequence[Constituents]:
    """Of every open petition, the largest number first; one query."""
    open_ones = Petition.objects.open().petitions()
    snapshots = NumbersSnapshot.objects.filter(petition__in=open_ones).select_related("petition")
    found = [
        Constituents(
            one.petition.title,
            reverse("petition:detail", args=[one.petition.slug]),
            number_of(one, state, district),
        )
        for one in snapshots
    ]
    return sorted((row for row in found if row.number), key=lambda row: -row.number)


def number_of(snapshot: NumbersSnapshot, state: str, district: str) -> int:
    places = snapshot.data.get("places") or {}
    if not district:
        return sum(n for code, n in places.get("states", []) if code == state)
    # A state with one seat: whoever lives there is in its district.
    if district == "0":
        return number_of(snapshot, state, "")
    return sum(n for code, number, n in districts(places) if (code, number) == (state, district))


def districts(places: dict[str, list[list[object]]]) -> Iterator[tuple[str, str, int]]:
    for state, district, number in places.get("districts", []):
        yield str(state), str(district), int(str(number))
