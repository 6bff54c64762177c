"""Who sits in the state's own legislature for a place: Open States' people.geo.

https://docs.openstates.org/api-v3/
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.conf import settings

from scoreboard.addresses.asking import NoAnswer, ask
from scoreboard.addresses.geocoder import Spot
from scoreboard.channels import dial
from scoreboard.models import Legislator


class StateLegislator(NamedTuple):
    """`url` is the person's page here, or empty when no import has brought them."""

    name: str
    about: str
    url: str
    phone: str
    dial: str


def is_offered() -> bool:
    return bool(settings.OPENSTATES_API_KEY)


def find_state_legislators(spot: Spot) -> list[StateLegislator]:
    """Empty where the state's legislators are unknown, or when nobody answers."""
    query = {"lat": str(spot.latitude), "lng": str(spot.longitude), "include": "offices"}
    key = {"X-API-KEY": settings.OPENSTATES_API_KEY}
    try:
        answer = ask(settings.OPENSTATES_API_URL, "/people.geo", query, key)
        people = [person for person in answer["results"] if is_of_state(person)]
        pages = pages_of([str(person["id"]) for person in people])
        return [read(person, pages) for person in people]
    except (NoAnswer, LookupError, TypeError, AttributeError):
        return []


def is_of_state(person: dict[str, Any]) -> bool:
    """The answer names members of Congress as well; those are known better here."""
    return bool(person["jurisdiction"]["classification"] == "state")


def pages_of(identifiers: Sequence[str]) -> dict[str, str]:
    known = Legislator.objects.in_office().filter(identifier__in=identifiers)
    return {person.identifier: person.get_absolute_url() for person in known}


def read(person: dict[str, Any], pages: dict[str, str]) -> StateLegislator:
    role = person.get("current_role") or {}
    title, district = role.get("title") or "", role.get("district") or ""
    place = person["jurisdiction"].get("name") or ""
    about = ", ".join(str(part) for part in (title, place, district) if part)
    phones = [str(office.get("voice") or "") for office in person.get("offices") or []]
    phone = next(filter(None, phones), "")
    return StateLegislator(
        str(person["name"]), about, pages.get(str(person["id"]), ""), phone, dial(phone)
    )
