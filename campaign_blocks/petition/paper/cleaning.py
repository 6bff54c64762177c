"""From cells to a signature: the same rules as on the form, every fault with its line and field."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from campaign_blocks.kit.spreadsheet import as_typed
from campaign_blocks.organizations.models import Organization
from campaign_blocks.petition.identity.addresses import clean_address
from campaign_blocks.petition.identity.countries import ABROAD
from campaign_blocks.petition.identity.fingerprints import (
    fingerprint,
    name_fingerprint,
    person_digest,
)
from campaign_blocks.petition.identity.hidden_characters import refuse_hidden_characters
from campaign_blocks.petition.identity.names import clean_name
from campaign_blocks.petition.identity.postal_codes import clean_postal_code
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.paper.reading import ORGANIZATION, Line, PaperProblem

YES = {"yes", "y", "x", "1", "true", "ja", "sí", "si", "oui"}
NO = {"", "no", "n", "0", "false", "nein", "non"}
COUNTRIES = {"US", *(code for code, _name in ABROAD)}
PHONE = re.compile(r"\+?[0-9 ().\-/]{5,20}")
DAY_FORMATS = ("%Y-%m-%d", "%m/%d/%Y")
LONGEST_CITY = 80
# Their first character may be an apostrophe, as in 't Hooft and 's-Hertogenbosch.
WORDS = ("name", "city")


@dataclass(frozen=True, kw_only=True)
class PaperSignature:
    line: int
    name: str
    email: str
    postal_code: str
    country: str
    city: str
    phone: str
    signed_on: date
    fingerprint: bytes
    person: bytes
    consent: bool
    organizations: dict[int, bool] = field(default_factory=dict)

    @property
    def identity(self) -> tuple[bytes, bytes]:
        return self.fingerprint, self.person


class Cleaner:
    """Cleans the lines of one file for one petition; `problems` gathers every fault."""

    def __init__(self, petition: Petition, *, today: date | None = None) -> None:
        self.petition = petition
        self.organizations = dict(Organization.objects.values_list("slug", "pk"))
        self.problems: list[PaperProblem] = []
        self.today = today or timezone.localdate()

    def __call__(self, line: Line) -> PaperSignature | None:
        """None when the line has faults."""
        before = len(self.problems)
        facts = self.facts(line)
        if len(self.problems) > before:
            return None
        facts |= self.identity(facts)
        return PaperSignature(line=line.number, **facts)

    def facts(self, line: Line) -> dict[str, Any]:
        get = line.cells.get

        def attempt(name: str, clean: Callable[[str], Any]) -> Any:
            try:
                return clean(without_mark(name, get(name, "")))
            except (ValidationError, ValueError) as fault:
                words = fault.messages[0] if isinstance(fault, ValidationError) else str(fault)
                self.problems.append(PaperProblem(words, line.number, name))
                return ""

        country = attempt("country", self.country)
        facts = {
            "name": attempt("name", clean_name),
            "email": attempt("email", lambda text: clean_address(text) if text else ""),
            "country": country,
            "postal_code": attempt("postal_code", lambda text: clean_postal_code(text, country)),
            "city": attempt("city", city),
            "phone": attempt("phone", phone),
            "signed_on": attempt("signed_on", self.day),
            "consent": attempt("consent", yes_or_no),
        }
        names = [name for name in line.cells if name.startswith(ORGANIZATION)]
        facts["organizations"] = {
            self.organization(name): attempt(name, yes_or_no) for name in names
        }
        self.check_together(line.number, facts)
        return facts

    def check_together(self, line: int, facts: dict[str, Any]) -> None:
        if not facts["email"] and not facts["postal_code"]:
            words = _("Without an e-mail address the postal code tells people of one name apart.")
            self.problems.append(PaperProblem(words, line, "postal_code"))
        agreed = facts["consent"] or any(facts["organizations"].values())
        if agreed and not facts["email"]:
            words = _("Says yes to mail and has no address. Add the address, or write no.")
            self.problems.append(PaperProblem(words, line, "email"))

    def identity(self, facts: dict[str, Any]) -> dict[str, bytes]:
        if not facts["email"]:
            digest = name_fingerprint(facts["name"], facts["postal_code"], facts["country"])
            return {"fingerprint": digest, "person": b""}
        shared = self.petition.household_mailbox
        return {
            "fingerprint": fingerprint(facts["email"]),
            "person": person_digest(facts["name"]) if shared else b"",
        }

    def organization(self, column: str) -> int:
        """One problem for the column, not one for each line."""
        slug = column.removeprefix(ORGANIZATION).strip()
        if slug not in self.organizations:
            self.organizations[slug] = 0
            words = _("No organization has this web address.")
            self.problems.append(PaperProblem(words, 1, column))
        return self.organizations[slug]

    def country(self, text: str) -> str:
        code = text.upper() or self.petition.home_country
        if code not in COUNTRIES:
            raise ValueError(_("Write the two letters of the country, such as US."))
        return code

    def day(self, text: str) -> date:
        closes = self.petition.closes_at
        last = min(self.today, timezone.localdate(closes)) if closes else self.today
        if not text:
            if last < self.today:
                raise ValueError(_("The petition is closed: write the day on which it was signed."))
            return self.today
        day = parse_day(text)
        if day > last:
            raise ValueError(_("This day is still to come, or after the end of the petition."))
        if day.year < 2000:
            raise ValueError(_("Before the year 2000. Is the year right?"))
        return day


def without_mark(column: str, cell: str) -> str:
    """Elsewhere an apostrophe only says that a cell is text, as spreadsheet programs have it."""
    return as_typed(cell) if column in WORDS else cell.removeprefix("'")


def parse_day(text: str) -> date:
    for form in DAY_FORMATS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise ValueError(_("Write the day like 2026-03-31."))


def city(text: str) -> str:
    refuse_hidden_characters(text)
    if len(text) > LONGEST_CITY or text.startswith(("=", "+", "-", "@")) or "://" in text:
        raise ValueError(_("Write the name of a city, of at most 80 characters."))
    return " ".join(text.split())


def phone(text: str) -> str:
    if text and not PHONE.fullmatch(text):
        raise ValueError(_("Write a phone number like +1 202 555 0143."))
    return text


def yes_or_no(text: str) -> bool:
    word = text.casefold()
    if word not in YES | NO:
        raise ValueError(_("Write yes or no."))
    return word in YES
