"""From a parsed person to the fields of a Legislator record."""

from typing import Any

from scoreboard.imports.parties import party_code
from scoreboard.imports.records import Handles, LocalOffice, Person

# What every roster says about everybody, and what it may leave unsaid (None).
TOLD = ("given_name", "family_name", "full_name", "party", "state", "district", "seat", "voting")
MAYBE = (
    "nickname",
    "title",
    "caucus",
    "term_start",
    "term_end",
    "phone",
    "website",
    "contact_form",
    "address",
    "x_handle",
)
ACCOUNTS = ("x_handle", "bluesky", "mastodon", "facebook", "instagram", "youtube")
OFFICE = ("address", "city", "state", "postal_code", "phone", "fax", "hours")


def person_values(person: Person, handles: Handles | None, chamber_id: int) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(person, name) for name in TOLD}
    values["chamber_id"] = chamber_id
    values["party_code"] = party_code(person.party)
    values["in_office"] = True
    for name in MAYBE:
        if (value := getattr(person, name)) is not None:
            values[name] = value
    if handles:
        values.update({name: getattr(handles, name) for name in ACCOUNTS})
    return values


def office_values(office: LocalOffice) -> dict[str, Any]:
    return {name: getattr(office, name) for name in OFFICE}
