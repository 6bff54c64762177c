"""Rows of the scoreboard: one query, plain values, no model objects."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from scoreboard.models import Bill
from scoreboard.posting import PostLinks
from scoreboard.querysets import LegislatorQuerySet
from scoreboard.scripts import Addressee

ORDER = ("state", "chamber__position", "district", "area", "sort_name")
# Stands for the state of people who sit for no place.
LIST = "list"
EVERYBODY = slice(None)
COLUMNS = (
    "slug",
    "full_name",
    "family_name",
    "title",
    "chamber__short_title",
    "chamber__slug",
    "chamber_id",
    "number",
    "party_code",
    "state",
    "district",
    "area",
    "on_list",
    "voting",
    "x_handle",
    "position",
)


class Person(NamedTuple):
    """One line of the list. Without `post_url` the page of the person says how to write."""

    slug: str
    url: str
    name: str
    about: str
    chamber: str
    party: str
    state: str
    district: int | None
    position: str
    post_url: str
    area: str = ""


def read_people(
    people: LegislatorQuerySet, bill: Bill | None, span: slice = EVERYBODY
) -> list[Person]:
    """`people` come from `with_position(bill)`; `span` is one page of them."""
    rows = people.order_by(*ORDER).values_list(*COLUMNS)[span]
    return list(_people(rows, bill))


def _people(rows: Iterable[tuple[Any, ...]], bill: Bill | None) -> Iterable[Person]:
    links = PostLinks(bill) if bill else None
    base = reverse("scoreboard:list")
    no_vote = _("no vote")
    for slug, name, family, title, short, chamber, chamber_id, number, *rest in rows:
        party, state, district, area, on_list, voting, handle, position = rest
        title = title or short
        if state:
            about = f"{title} {party}-{state}" + (f"-{district}" if district else "")
        else:
            about = ", ".join(part for part in (f"{title} {party}".strip(), area) if part)
        if not voting:
            about = f"{about}, {no_vote}"
        post_url = ""
        if bill and links and handle:
            number = number or bill.name_in(chamber_id)
            post_url = links.quick_url(position, number, handle) or links.url(
                position, Addressee(title, family, number, handle)
            )
        url = f"{base}{slug}/"
        place = LIST if on_list else state
        yield Person(
            slug, url, name, about, chamber, party, place, district, position, post_url, area
        )
