"""The question that a ZIP code in several districts leaves open, as links that answer it."""

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from scoreboard.groups import Group
from scoreboard.lookup import Lookup, Seat, seat_code
from scoreboard.seats import seat_name


class Choice(NamedTuple):
    label: str
    who: str
    url: str


def choices(
    lookup: Lookup, districts: Sequence[Seat], groups: Sequence[Group], action: str, bill: str
) -> list[Choice]:
    """Empty where one answer is certain."""
    if len(districts) < 2:
        return []
    names = {(p.state, p.district): p.name for group in groups for p in group.people}
    base = action or reverse("scoreboard:list")
    found = []
    for seat in districts:
        values = {"zip": lookup.postal_code, "district": seat_code(seat), "bill": bill}
        query = urlencode({name: value for name, value in values.items() if value})
        who = names.get(seat, str(_("vacant seat")))
        found.append(Choice(seat_name(*seat), who, f"{base}?{query}#find-mine"))
    return found
