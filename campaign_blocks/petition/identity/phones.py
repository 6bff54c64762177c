"""Phone numbers, taken in any usual spelling and kept as +15551234567 where the country tells."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LONGEST_PHONE = 40
FEWEST_DIGITS, MOST_DIGITS = 7, 15  # ITU-T E.164
TYPED = re.compile(r"\+?[0-9(][0-9 ()./\u2010-\u2013-]*[0-9)]")
NORTH_AMERICA = "US CA AG AI AS BB BM BS DM DO GD GU JM KN KY LC MP MS PR SX TC TT VC VG VI"
# Written with a 0 before the area at home, which abroad gives way to the country's code.
ZERO_BEFORE = {
    "AT": "43", "AU": "61", "BE": "32", "CH": "41", "DE": "49", "FI": "358", "FR": "33",
    "GB": "44", "ID": "62", "IE": "353", "IL": "972", "IN": "91", "JP": "81", "KE": "254",
    "KR": "82", "MY": "60", "NG": "234", "NL": "31", "NZ": "64", "PH": "63", "PK": "92",
    "RO": "40", "SE": "46", "SI": "386", "SK": "421", "TR": "90", "UA": "380", "ZA": "27",
}  # fmt: skip
NOTHING_BEFORE = {
    "CZ": "420", "DK": "45", "EE": "372", "ES": "34", "GR": "30", "IS": "354", "IT": "39",
    "LU": "352", "LV": "371", "MT": "356", "MX": "52", "NO": "47", "PL": "48", "PT": "351",
    "SG": "65",
}  # fmt: skip


def clean_phone(value: str, country: str = "US") -> str:
    """At most 16 signs: + and the country's code where they are known. ValidationError else."""
    typed = " ".join(value.split())
    digits = re.sub(r"[^0-9]", "", typed)
    fits = FEWEST_DIGITS <= len(digits) <= MOST_DIGITS + 2  # two more for a leading 00
    if len(typed) > LONGEST_PHONE or not TYPED.fullmatch(typed) or not fits:
        raise wrong()
    if typed.startswith("+"):
        return abroad(re.sub(r"^\+\s*([0-9 ]+)\(0\)", r"\1", typed))
    if digits.startswith("00"):
        return abroad(digits[2:])
    return at_home(digits, country)


def abroad(number: str) -> str:
    digits = re.sub(r"[^0-9]", "", number)
    if digits.startswith("0") or not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        raise wrong()
    return f"+{digits}"


def at_home(digits: str, country: str) -> str:
    if country in NORTH_AMERICA.split():
        area = digits.removeprefix("1") if len(digits) == 11 else digits
        if len(area) != 10 or area[0] in "01":
            raise wrong()
        return f"+1{area}"
    if country in ZERO_BEFORE:
        return abroad(ZERO_BEFORE[country] + digits.removeprefix("0"))
    if country in NOTHING_BEFORE:
        return abroad(NOTHING_BEFORE[country] + digits)
    if len(digits) > MOST_DIGITS:
        raise wrong()
    return digits


def wrong() -> ValidationError:
    return ValidationError(
        _("Enter a phone number with its area code; outside your country begin with +."),
        code="invalid",
    )
