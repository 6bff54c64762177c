"""Some of those who signed: first name and city of people who asked for it and whom staff let
through. Areas with few of them stay out, so that a name and a city never point at one person.

It is a slot of the page, so no kept page holds a name, and one that is taken back is gone in
seconds.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import Lower
from django.http import HttpRequest
from django.template.loader import render_to_string

from campaign_blocks.petition.memory import Memory
from campaign_blocks.petition.models import Signature
from campaign_blocks.petition.models.signature import SignatureQuerySet

SECONDS = 5.0
MOST_SHOWN = 8
FEWEST_IN_AN_AREA = 5


class RecentSigner(NamedTuple):
    given_name: str
    city: str


def shown(petition_id: int) -> SignatureQuerySet:
    rows = Signature.objects.offered_in_public().filter(petition=petition_id)
    return rows.filter(shown_at__isnull=False, petition__ask_public=True)


def in_large_areas(rows: SignatureQuerySet) -> QuerySet[Signature]:
    """Those of whose city at least five are shown."""
    neighbours = Window(Count("pk"), partition_by=[F("country"), Lower("city")])
    return rows.annotate(neighbours=neighbours).filter(neighbours__gte=FEWEST_IN_AN_AREA)


def find_recent(petition_id: int) -> list[RecentSigner]:
    rows = in_large_areas(shown(petition_id)).order_by("-pk")[:MOST_SHOWN]
    return [RecentSigner(row.given_name, row.city) for row in rows.only("given_name", "city")]


kept_recent: Memory[int, list[RecentSigner]] = Memory(find_recent, SECONDS)


def fill(arguments: Sequence[str], request: HttpRequest) -> Mapping[str, str]:
    """The list of each petition, by its id; nothing at all where there is nobody to show."""
    return {argument: words(kept_recent(int(argument))) for argument in arguments}


def words(signers: list[RecentSigner]) -> str:
    if not signers:
        return ""
    return render_to_string("petition/recent.html", {"signers": signers})
