"""ZIP code to state by its first three digits, so that the product works before any import.

Written by hand from the Postal Service's list of three-digit prefixes. A prefix stands for the
state of nearly all of its areas; what is known to differ is listed by whole code.
"""

import re
import unicodedata
from functools import cache

# "first-last STATE" or "prefix STATE"; later entries win over earlier ones.
_PREFIXES = (
    "005 NY,006-007 PR,008 VI,009 PR,010-027 MA,028-029 RI,030-038 NH,039-049 ME,050-059 VT,"
    "055 MA,060-069 CT,070-089 NJ,100-149 NY,150-196 PA,197-199 DE,200 DC,201 VA,202-205 DC,"
    "206-219 MD,220-246 VA,247-268 WV,270-289 NC,290-299 SC,300-319 GA,320-339 FL,341-342 FL,"
    "344 FL,346-347 FL,349 FL,350-352 AL,354-369 AL,370-385 TN,386-397 MS,398-399 GA,400-427 KY,"
    "430-459 OH,460-479 IN,480-499 MI,500-528 IA,530-549 WI,550-567 MN,569 DC,570-577 SD,"
    "580-588 ND,590-599 MT,600-629 IL,630-658 MO,660-679 KS,680-693 NE,700-714 LA,716-729 AR,"
    "730-749 OK,733 TX,750-799 TX,800-816 CO,820-831 WY,832-838 ID,840-847 UT,850-865 AZ,"
    "870-884 NM,885 TX,889-898 NV,900-961 CA,967-968 HI,969 GU,970-979 OR,980-994 WA,995-999 AK"
)
# Codes that lie in another state or territory than their prefix, and those of other countries.
_CODES = {
    "06390": "NY",
    "96799": "AS",
    "96950": "MP",
    "96951": "MP",
    "96952": "MP",
    "96939": "",
    "96940": "",
    "96941": "",
    "96942": "",
    "96943": "",
    "96944": "",
    "96960": "",
    "96970": "",
}


@cache
def _by_prefix() -> dict[str, str]:
    table = {}
    for entry in _PREFIXES.split(","):
        span, state = entry.split()
        first, _, last = span.partition("-")
        for number in range(int(first), int(last or first) + 1):
            table[f"{number:03}"] = state
    return table


def state_of(postal_code: str) -> str:
    """The state of a five-digit code, or "" where no member of Congress comes from."""
    return _CODES.get(postal_code, _by_prefix().get(postal_code[:3], ""))


def is_abroad(postal_code: str) -> bool:
    """Palau, Micronesia and the Marshall Islands: American post, countries of their own."""
    return _CODES.get(postal_code) == ""


def is_military(postal_code: str) -> bool:
    """Post offices of the armed forces and embassies; who gets mail there votes at home."""
    prefix = int(postal_code[:3])
    return 90 <= prefix <= 98 or prefix == 340 or 962 <= prefix <= 966


def five_digits(words: str) -> str:
    """'02139-4307', ' 02139 ' and '０２１３９' are 02139; anything else is ""."""
    plain = "".join(unicodedata.normalize("NFKC", words[:40]).split())
    found = re.fullmatch(r"([0-9]{5})(-?[0-9]{4})?", plain)
    return found[1] if found else ""
