"""Postal codes: a US ZIP in any usual spelling; elsewhere the country's shape, where known."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

HOME = "US"
ZIP = re.compile(r"([0-9]{5})(?:[ -]?([0-9]{4}))?")
ANYWHERE = re.compile(r"[A-Z0-9](?:[A-Z0-9 -]{0,10}[A-Z0-9])?")
SHAPES = {
    "AU": re.compile(r"[0-9]{4}"),
    "CA": re.compile(r"[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]"),
    "DE": re.compile(r"[0-9]{5}"),
    "FR": re.compile(r"[0-9]{5}"),
    "GB": re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}"),
    "IN": re.compile(r"[1-9][0-9]{2} ?[0-9]{3}"),
    "MX": re.compile(r"[0-9]{5}"),
    "NL": re.compile(r"[1-9][0-9]{3} ?[A-Z]{2}"),
}


def clean_postal_code(value: str, country: str = HOME) -> str:
    """'02139' or '02139-4307' at home; upper case elsewhere. ValidationError with what to do."""
    code = " ".join(value.split()).upper()
    if not code:
        return ""
    if country == HOME:
        return clean_zip(code)
    if not SHAPES.get(country, ANYWHERE).fullmatch(code):
        raise ValidationError(_("Enter a postal code of your country"), code="invalid")
    return code


def clean_zip(code: str) -> str:
    found = ZIP.fullmatch(code)
    if not found:
        raise ValidationError(_("Enter a ZIP code like 02139 or 02139-4307"), code="invalid")
    first, rest = found.groups()
    return f"{first}-{rest}" if rest else first
