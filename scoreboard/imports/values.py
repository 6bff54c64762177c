"""From parsed facts to the fields of records, and from records to plain values."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model

from scoreboard.imports.merge import as_stored
from scoreboard.imports.parties import party_code
from scoreboard.imports.records import Handles, LocalOffice, Person, Service

# What every roster says about everybody, and what it may leave unsaid (None).
TOLD = (
    "given_name",
    "family_name",
    "full_name",
    "party",
    "state",
    "district",
    "area",
    "on_list",
    "seat",
    "voting",
)
MAYBE = (
    "nickname",
    "title",
    "caucus",
    "term_start",
    "term_end",
    "phone",
    "email",
    "website",
    "contact_form",
    "address",
    "x_handle",
)
ACCOUNTS = ("x_handle", "bluesky", "mastodon", "facebook", "instagram", "youtube")
OFFICE = ("address", "city", "state", "postal_code", "phone", "fax", "hours")
TERM = ("state", "district", "area", "seat", "party", "start", "end", "voting")
# Fields of a person that an import may set, and so may take back.
IMPORTED = (*TOLD, *MAYBE, *ACCOUNTS[1:], "party_code", "in_office", "chamber_id")


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


def term_values(term: Service, chamber_id: int) -> dict[str, Any]:
    return {"chamber_id": chamber_id, **{name: getattr(term, name) for name in TERM}}


def plain(record: Model, names: Sequence[str]) -> dict[str, Any]:
    """Values that JSON can hold."""
    return {name: as_stored(getattr(record, name)) for name in names}
