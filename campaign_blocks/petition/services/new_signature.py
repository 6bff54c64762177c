"""The facts of one signing, ready to be stored; shared by the two databases' ways of storing."""

from dataclasses import dataclass

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
    """Without its moment: that comes from the clock of the database, as the closing time does."""

    petition_id: int
    fingerprint: bytes
    person: bytes
    name: str
    given_name: str
    email: str
    phone: str
    city: str
    comment: str
    public: bool
    postal_code: str
    country: str
    message: str
    state: SignatureState
    page_id: int | None
    partner_id: int | None
    source: str
    language: str
    address_block: bytes
    seconds_taken: int | None
    consents: tuple[ConsentAnswer, ...]

    @property
    def is_counted(self) -> bool:
        return self.state == SignatureState.CONFIRMED

    @property
    def identity(self) -> tuple[int, bytes, bytes]:
        return self.petition_id, self.fingerprint, self.person

    @property
    def mail(self) -> MailKind:
        return MailKind.THANKS if self.is_counted else MailKind.CONFIRM


@dataclass(frozen=True)
class Stored:
    """`created` is False for a mailbox that had signed; neither is true of a petition not open."""

    created: bool
    was_open: bool


IDENTITY = ("petition_id", "fingerprint", "person")
FACTS = (
    *IDENTITY,
    "name",
    "given_name",
    "email",
    "phone",
    "city",
    "comment",
    "public",
    "postal_code",
    "country",
    "message",
    "state",
    "page_id",
    "partner_id",
    "source",
    "language",
    "address_block",
    "seconds_taken",
)
COLUMNS = (*FACTS, "created_at", "confirmed_at")
ANSWER = ("purpose", "organization_id", "text_id", "granted", "method")
# A signature that was never confirmed in time may be signed anew; every other one stays as it is.
RENEWED = [name for name in COLUMNS if name not in IDENTITY]
INTO = f"INSERT INTO petition_signature ({', '.join(COLUMNS)}) "
ON_CONFLICT = (
    f" ON CONFLICT ({', '.join(IDENTITY)}) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in RENEWED)
    + ", judged_at = NULL, shown_at = NULL, hidden_at = NULL, held_from = '', held_at = NULL, "
    "suspect_for = '' "
    f"WHERE petition_signature.state = '{SignatureState.EXPIRED.value}' RETURNING id"
)
