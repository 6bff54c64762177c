"""How postal codes are written: # is a digit, @ a letter, * either; the rest stands as it is.

From the postal unions' published formats. Countries that are missing take any short code.
"""

import re
from functools import lru_cache

DIGITS = {
    3: "FO IS MG OM PG",
    4: "AF AL AM AT AU BD BE BG CH CV CY DK ET GE GL HT HU LI LU LV MD MK MZ NE NO NZ PH PY SI SV "
    "TN VE ZA",
    5: "AX BA CR CU DE DO DZ EE EG ES FI FR GF GP GT HN HR ID IQ IT JO KE KR KW LA LK LT MA ME MF "
    "MM MN MQ MU MV MX MY NI NP PE PK PM RE RS SA SN TH TR TZ UA UY VN YT ZM",
    6: "BY CN CO EC IN KG KZ NG RO RU SG TJ TM UZ",
}
SHAPES: dict[str, tuple[str, ...]] = {
    **{code: ("#" * n,) for n, codes in DIGITS.items() for code in codes.split()},
    "AD": ("AD###",),
    "AR": ("####", "@####@@@"),
    "BB": ("BB#####",),
    "BH": ("###", "####"),
    "BM": ("@@ ##", "@@ @@"),
    "BN": ("@@####",),
    "BR": ("#####-###",),
    "CA": ("@#@ #@#",),
    "CL": ("#######",),
    "CZ": ("### ##",),
    "GB": ("@# #@@", "@## #@@", "@@# #@@", "@@## #@@", "@#@ #@@", "@@#@ #@@"),
    "GG": ("GY# #@@", "GY## #@@"),
    "GI": ("GX11 1AA",),
    "GR": ("### ##",),
    "IE": ("@## ****", "@#@ ****"),
    "IL": ("#######", "#####"),
    "IM": ("IM# #@@", "IM## #@@"),
    "IR": ("#####-#####",),
    "JE": ("JE# #@@",),
    "JP": ("###-####",),
    "KH": ("######", "#####"),
    "LB": ("####", "#### ####"),
    "MC": ("980##",),
    "MT": ("@@@ ####",),
    "NC": ("988##",),
    "NL": ("#### @@",),
    "PF": ("987##",),
    "PL": ("##-###",),
    "PT": ("####-###",),
    "SE": ("### ##",),
    "SK": ("### ##",),
    "SM": ("4789#",),
    "TW": ("###", "#####", "######"),
    "VA": ("00120",),
    "VN": ("#####", "######"),
}
WITHOUT = (
    "AE AG AO AW BF BI BJ BO BS BW BZ CD CF CG CI CK CM DJ DM ER FJ GA GD GH GM GN GQ GY HK JM KI "
    "KM KN KP LY ML MO MR MW NR NU PA QA RW SB SC SL SR SS ST SY TD TG TK TL TO TV UG VU YE "
    "ZW"
)
NO_POSTAL_CODES = frozenset(WITHOUT.split())
EXAMPLES = {
    "BR": "01310-100",
    "CA": "K1A 0B1",
    "GB": "SW1A 1AA",
    "IE": "D02 AF30",
    "JP": "100-0001",
    "MT": "VLT 1117",
    "NL": "1012 JS",
    "PT": "1000-001",
}
KINDS = {"#": "[0-9]", "@": "[A-Z]", "*": "[A-Z0-9]"}


@lru_cache(maxsize=512)
def pattern(shape: str) -> re.Pattern[str]:
    """One group for each part between separators."""
    parts = re.split(r"[ -]", shape)
    return re.compile(
        "".join(f"({''.join(KINDS.get(sign, sign) for sign in part)})" for part in parts)
    )


def written(code: str, country: str) -> str | None:
    """The usual writing of a code that was typed with or without its gaps; None: not its shape."""
    compact = code.replace(" ", "").replace("-", "")
    for shape in SHAPES[country]:
        if found := pattern(shape).fullmatch(compact):
            gap = next((sign for sign in shape if sign in " -"), "")
            return gap.join(found.groups())
    return None


def example(country: str) -> str:
    """'' where no shape is known."""
    if country in EXAMPLES or country not in SHAPES:
        return EXAMPLES.get(country, "")
    digits, letters = iter("1234567890"), iter("ABCDEFGH")
    return "".join(
        next(digits) if sign == "#" else next(letters) if sign in "@*" else sign
        for sign in SHAPES[country][0]
    )


def digits_only(country: str) -> bool:
    """Whether a phone's number pad is enough to type it."""
    shapes = SHAPES.get(country, ("@",))
    return all(sign in "0123456789#-" for shape in shapes for sign in shape)
