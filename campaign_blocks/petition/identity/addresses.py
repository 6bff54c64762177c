"""E-mail addresses: one form to write to, one form to compare by."""

import re
import unicodedata

import idna
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from email_validator import EmailNotValidError, validate_email

from campaign_blocks.petition.identity.hidden_characters import refuse_hidden_characters

LONGEST_ADDRESS = 254
LONGEST_LOCAL_PART = 64
# Percent and exclamation mark once routed mail through other hosts; foreign full stops and
# commas hide a second address. None is in an address that a person types.
NOT_IN_AN_ADDRESS = re.compile(r"[%!,;:<>()\[\]\\\"\s\u3002\uff0e\uff61\uff20]")
GMAIL = frozenset({"gmail.com", "googlemail.com"})
LOOKALIKE_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def clean_address(value: str) -> str:
    """The address mail goes to; ValidationError with what to do. Makes no network call."""
    refuse_hidden_characters(value.strip(" "))
    address = value.strip().rstrip(".")
    wrong = ValidationError(_("Enter an email address like name@example.com"), code="invalid")
    if len(address) > LONGEST_ADDRESS or NOT_IN_AN_ADDRESS.search(address):
        raise wrong
    try:
        found = validate_email(address, check_deliverability=False)
    except EmailNotValidError as error:
        raise wrong from error
    too_long = len(found.local_part.encode()) > LONGEST_LOCAL_PART
    if too_long or any(mixes_scripts(label) for label in found.domain.split(".")):
        raise wrong
    return found.normalized


def canonical_address(address: str) -> str:
    """One spelling for all of a mailbox: case, +tag, Gmail's dots, IDN, NFC, final dot."""
    local, _at, domain = unicodedata.normalize("NFC", address.strip()).rpartition("@")
    domain = ascii_domain(domain.rstrip("."))
    local = unicodedata.normalize("NFC", local.casefold())
    untagged = local.split("+", 1)[0]
    local = untagged or local
    if domain in GMAIL:
        domain = "gmail.com"
        local = local.replace(".", "") or local
    return f"{local}@{domain}"


def ascii_domain(domain: str) -> str:
    if domain.isascii():
        return domain.lower()
    try:
        return idna.encode(domain, uts46=True).decode("ascii")
    except idna.IDNAError:
        return unicodedata.normalize("NFC", domain.casefold())


def mixes_scripts(label: str) -> bool:
    """gmаil with a Cyrillic а looks like gmail and is somebody else's."""
    if label.isascii():
        return False
    scripts = {unicodedata.name(character, "").split(" ")[0] for character in label}
    return len(scripts.intersection(LOOKALIKE_SCRIPTS)) > 1
