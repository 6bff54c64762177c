import re
from typing import NamedTuple

KEY = re.compile(r"(hr|hres|hjres|hconres|s|sres|sjres|sconres)([1-9]\d{0,5})-([1-9]\d{0,2})")

# The type in print, and in addresses of congress.gov.
PRINTED = {
    "hr": ("H.R.", "house-bill"),
    "hres": ("H.Res.", "house-resolution"),
    "hjres": ("H.J.Res.", "house-joint-resolution"),
    "hconres": ("H.Con.Res.", "house-concurrent-resolution"),
    "s": ("S.", "senate-bill"),
    "sres": ("S.Res.", "senate-resolution"),
    "sjres": ("S.J.Res.", "senate-joint-resolution"),
    "sconres": ("S.Con.Res.", "senate-concurrent-resolution"),
}


class BillKey(NamedTuple):
    """What 's4084-116' says."""

    kind: str
    number: int
    congress: int

    @property
    def chamber(self) -> str:
        return "senate" if self.kind.startswith("s") else "house"

    @property
    def slug(self) -> str:
        return f"{self.kind}{self.number}-{self.congress}"

    @property
    def printed(self) -> str:
        return f"{PRINTED[self.kind][0]}{self.number}"

    @property
    def path(self) -> str:
        return f"/bill/{self.congress}/{self.kind}/{self.number}"

    @property
    def url(self) -> str:
        """The page for people."""
        ending = {1: "st", 2: "nd", 3: "rd"}.get(self.congress % 10, "th")
        if 10 <= self.congress % 100 <= 20:
            ending = "th"
        kind = PRINTED[self.kind][1]
        return (
            f"https://www.congress.gov/bill/{self.congress}{ending}-congress/{kind}/{self.number}"
        )


def read_key(words: str) -> BillKey | None:
    """None for a key that is none of Congress."""
    found = KEY.fullmatch(words.strip().lower())
    return BillKey(found[1], int(found[2]), int(found[3])) if found else None
