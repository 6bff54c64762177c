"""Postal codes: a US ZIP in any usual spelling; elsewhere the country's shape, where known."""

import re

from django.core.exceptions import ValidationError

from campaign_blocks.petition.identity.postal_shapes import (
    NO_POSTAL_CODES,
    SHAPES,
    example,
    written,
)
from campaign_blocks.petition.identity.postal_words import words_for

HOME = "US"
ZIP = re.compile(r"([0-9]{5})(?:[ -]?([0-9]{4}))?")
ZIP_EXAMPLE = "02139"
ANYWHERE = re.compile(r"[A-Z0-9](?:[A-Z0-9 -]{0,10}[A-Z0-9])?")
# Older writing puts the country's sign before it: D-10115, CH-8001, LT-01100.
COUNTRY_BEFORE = re.compile(r"[A-Z]{1,3} ?-? ?(?=[0-9]+$)")


def clean_postal_code(value: str, country: str = HOME) -> str:
    """As it is usually written in the country, at most 12 signs; '' when nothing was typed.

    '02139' or '02139-4307' in the US. ValidationError with what to do.
    """
    code = " ".join(value.split()).upper()
    if not code:
        return ""
    if country == HOME:
        return clean_zip(code)
    if country in SHAPES:
        found = written(code, country) or written(COUNTRY_BEFORE.sub("", code), country)
    else:
        found = code if ANYWHERE.fullmatch(code) else None
    if found is None:
        raise wrong_shape(country)
    return found


def clean_zip(code: str) -> str:
    found = ZIP.fullmatch(code)
    if not found:
        raise wrong_shape(HOME)
    first, rest = found.groups()
    return f"{first}-{rest}" if rest else first


def example_of(country: str) -> str:
    """One or two codes that are right; '' where no shape is known."""
    return f"{ZIP_EXAMPLE} or 02139-4307" if country == HOME else example(country)


def wrong_shape(country: str) -> ValidationError:
    words, right = words_for(country), example_of(country)
    if not right:
        return ValidationError(words.wrong_without_example, code="invalid")
    return ValidationError(words.wrong, code="invalid", params={"example": right})


def is_needed(country: str) -> bool:
    """Some countries have no postal codes."""
    return country not in NO_POSTAL_CODES
