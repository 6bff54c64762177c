"""The signed word in a public form: what it was made for, when, and whether inside an embed."""

import time
from dataclasses import dataclass, field

from django.core import signing

SALT = "campaign.public_form"
LONGEST_LIFE = 3 * 24 * 60 * 60  # a tab may stay open over a weekend; later costs one more press


@dataclass(frozen=True, kw_only=True)
class PublicToken:
    """`purpose` names the form and what it is about, such as "map.report:3:0"."""

    purpose: str
    embed: bool = False
    seconds_old: int = field(default=0, compare=False)

    def sign(self) -> str:
        return signing.TimestampSigner(salt=SALT).sign(f"{self.purpose}|{int(self.embed)}")


def read(raw: str, *, purpose: str) -> PublicToken | None:
    """None when it is missing, forged, too old, or made for something else."""
    signer = signing.TimestampSigner(salt=SALT)
    try:
        text = signer.unsign(raw, max_age=LONGEST_LIFE)
        made = signing.b62_decode(raw.rsplit(signer.sep, 2)[1])
    except (signing.BadSignature, ValueError):
        return None
    found, _bar, embed = text.rpartition("|")
    age = max(int(time.time()) - made, 0)
    token = PublicToken(purpose=found, embed=embed == "1", seconds_old=age)
    return token if found == purpose else None
