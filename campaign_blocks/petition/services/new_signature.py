"""The facts of one signing, ready to be stored; shared by the two databases' ways of storing."""

from dataclasses import dataclass
from datetime import datetime

from campaign_blocks.petition.models.choices import (
    ConsentMethod,
    ConsentPurpose,
    MailKind,
    SignatureState,
)


@dataclass(frozen=True, kw_only=True)
class ConsentAnswer:
    purpose: ConsentPurpose
    organization_id: int | None
    text_id: int
    granted: bool
    method: ConsentMethod


@dataclass(frozen=True, kw_only=True)
class NewSignature:
    petition_id: int
    fingerprint: bytes
    name: str
    email: str
    postal_code: str
    country: str
    message: str
    state: SignatureState
    page_id: int | None
    partner_id: int | None
    source: str
    language: str
    address_block: bytes
    created_at: datetime
    confirmed_at: datetime | None
    consents: tuple[ConsentAnswer, ...]

    @property
    def mail(self) -> MailKind:
        counted = self.state == SignatureState.CONFIRMED
        return MailKind.THANKS if counted else MailKind.CONFIRM

    @property
    def delta(self) -> int:
        return 1 if self.state == SignatureState.CONFIRMED else 0


COLUMNS = (
    "petition_id",
    "fingerprint",
    "name",
    "email",
    "postal_code",
    "country",
    "message",
    "state",
    "page_id",
    "partner_id",
    "source",
    "language",
    "address_block",
    "created_at",
    "confirmed_at",
)
# A signature that was never confirmed in time may be signed anew; every other one stays as it is.
RENEWED = [name for name in COLUMNS if name not in ("petition_id", "fingerprint")]
INSERT = (
    f"INSERT INTO petition_signature ({', '.join(COLUMNS)}) "  # noqa: S608  names from this file
    f"VALUES ({', '.join(['%s'] * len(COLUMNS))}) "
    "ON CONFLICT (petition_id, fingerprint) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in RENEWED)
    + ", judged_at = NULL "
    f"WHERE petition_signature.state = '{SignatureState.EXPIRED.value}' RETURNING id"
)
