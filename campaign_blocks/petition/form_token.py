"""The signed word in every public form: which petition, page and partner it was made for."""

import time
from dataclasses import dataclass, field, replace

from django.core import signing

SALT = "petition.form"
LONGEST_LIFE = 3 * 24 * 60 * 60  # a tab may stay open over a weekend; later costs one more press


@dataclass(frozen=True, kw_only=True)
class FormToken:
    """`page_id` and `partner_id` are 0 where there is none."""

    petition_id: int
    page_id: int = 0
    partner_id: int = 0
    embed: bool = False
    source: str = ""
    seconds_old: int | None = field(default=None, compare=False)

    def sign(self) -> str:
        parts = [self.petition_id, self.page_id, self.partner_id, int(self.embed), self.source]
        return signing.TimestampSigner(salt=SALT).sign(":".join(map(str, parts)))

    def argument(self) -> str:
        """The name of this token's slot; a cached page carries the slot, never a token."""
        return (
            f"{self.petition_id}:{self.page_id}:{self.partner_id}:{int(self.embed)}:{self.source}"
        )


def from_argument(argument: str) -> FormToken:
    petition_id, page_id, partner_id, embed, *source = argument.split(":")
    return FormToken(
        petition_id=int(petition_id),
        page_id=int(page_id or 0),
        partner_id=int(partner_id or 0),
        embed=embed == "1",
        source=source[0] if source else "",
    )


def read(raw: str, *, petition_id: int) -> FormToken | None:
    """None when it is missing, forged, too old, or made for another petition."""
    token = unsigned(raw, LONGEST_LIFE)
    return token if token and token.petition_id == petition_id else None


def read_however_old(raw: str, *, petition_id: int) -> FormToken | None:
    """For the fresh token of a form shown again: page and partner of an outdated form are kept."""
    token = unsigned(raw, None)
    return token if token and token.petition_id == petition_id else None


def unsigned(raw: str, max_age: int | None) -> FormToken | None:
    signer = signing.TimestampSigner(salt=SALT)
    try:
        token = from_argument(signer.unsign(raw, max_age=max_age))
        made = signing.b62_decode(raw.rsplit(signer.sep, 2)[1])
    except (signing.BadSignature, ValueError):
        return None
    return replace(token, seconds_old=max(int(time.time()) - made, 0))
