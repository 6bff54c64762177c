"""What a way of delivery promises. Only what it is sure of may be called refused: everything that
might have arrived is in doubt, and is not sent again by itself."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise

from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.letter_choices import LetterChannel


@dataclass(frozen=True, kw_only=True)
class Reach:
    """How somebody can be reached: an e-mail address, an office code; empty where unknown."""

    email: str = ""
    office: str = ""


@dataclass(frozen=True, kw_only=True)
class OutgoingLetter:
    """Everything that a channel needs. `key` is the same for every attempt of one letter."""

    key: str
    subject: str
    body: str
    signer_name: str
    signer_email: str
    postal_code: str
    country: str
    phone: str = ""
    given_name: str = ""
    postal_address: Mapping[str, str] = field(default_factory=dict)
    recipient_name: str
    recipient_title: str = ""
    reach: Reach
    campaign: str
    campaign_id: str
    campaign_url: str
    sender_name: str = ""


class Refused(Exception):
    """Certainly not accepted; `for_good` says whether another attempt is of no use."""

    def __init__(self, reason: str, *, for_good: bool) -> None:
        super().__init__(reason)
        self.reason, self.for_good = reason, for_good


class Unreachable(Exception):
    """Nothing was handed over, and nobody else's letter would be accepted now either."""


class InDoubt(Exception):
    """May have arrived."""


class Channel(ABC):
    """One way. A way that is not configured is never chosen, and `missing` tells staff why."""

    name: LetterChannel
    sends = True
    needs_postal_address = False

    @property
    def label(self) -> str:
        return str(self.name.label)

    @abstractmethod
    def missing(self) -> str | Promise:
        """A sentence for staff on what has to be set up first; empty when it is ready."""

    @abstractmethod
    def allowed_by(self, petition: Petition) -> bool: ...

    @abstractmethod
    def reaches(self, reach: Reach) -> bool:
        """By what is known without asking anybody."""

    @abstractmethod
    def send(self, letter: OutgoingLetter) -> None:
        """Returns when it was accepted; raises Refused, Unreachable or InDoubt."""

    def is_open(self, petition: Petition, reach: Reach) -> bool:
        return self.allowed_by(petition) and not self.missing() and self.reaches(reach)
