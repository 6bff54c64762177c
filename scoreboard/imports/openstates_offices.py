"""Offices as Open States writes them: an address in one line."""

import re

from django.utils.text import slugify

from scoreboard.imports.fields import Fields
from scoreboard.imports.records import LocalOffice, Person

# 'Suite D, Imperial, CA 92251'
PLACE = re.compile(
    r"(?:.*[,;] ?|^)(?P<city>[^,;]+), (?P<state>[A-Z]{2}),? (?P<zip>\d{5})(?:-\d{4})?"
)


def capitol(fields: Fields) -> tuple[str, str]:
    """Phone and address of the office in the capitol."""
    for office in fields.each("offices", required=False):
        if office.text("classification") == "capitol":
            return office.maybe("voice", limit=40), office.maybe("address")
    return "", ""


def local_offices(fields: Fields, person: Person) -> tuple[LocalOffice, ...]:
    """Every other office that has an address."""
    found = {}
    for office in fields.each("offices", required=False):
        address = office.maybe("address", limit=400)
        if address and office.text("classification") != "capitol":
            one = _office(office, address, person)
            found[one.key] = one
    return tuple(found.values())


def _office(office: Fields, address: str, person: Person) -> LocalOffice:
    place = PLACE.fullmatch(address)
    return LocalOffice(
        identifier=person.identifier,
        key=slugify(address)[:120],
        address=address,
        city=place["city"].strip()[:80] if place else person.seat[:80],
        state=place["state"] if place else person.state,
        postal_code=place["zip"] if place else "",
        phone=office.maybe("voice", limit=40),
        fax=office.maybe("fax", limit=40),
        hours="",
    )
