"""What the parsers promise to the writer. None in a field means: this source does not know it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

CONGRESS = "us-congress"


@dataclass(frozen=True, slots=True)
class ChamberFacts:
    """A chamber as it is made when an import first needs it; `seats` is 0 when unknown."""

    slug: str
    name: str
    person_title: str
    short_title: str
    seats: int = 0


@dataclass(frozen=True, slots=True)
class LegislatureFacts:
    slug: str
    name: str
    country: str
    demonym: str
    chambers: tuple[ChamberFacts, ...]
    area_word: str = "district"


@dataclass(frozen=True, slots=True)
class Service:
    """One term in one seat; `key` names it in its source and stays the same."""

    key: str
    chamber: str
    state: str = ""
    district: int | None = None
    area: str = ""
    seat: str = ""
    party: str = ""
    start: date | None = None
    end: date | None = None
    voting: bool = True


@dataclass(frozen=True, slots=True)
class Person:
    """One member of a legislature as one source describes them."""

    scheme: str
    identifier: str
    chamber: str
    given_name: str
    family_name: str
    full_name: str
    party: str
    state: str
    district: int | None
    seat: str
    voting: bool = True
    legislature: str = CONGRESS
    area: str = ""
    on_list: bool = False
    nickname: str | None = None
    title: str | None = None
    caucus: str | None = None
    term_start: date | None = None
    term_end: date | None = None
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    contact_form: str | None = None
    address: str | None = None
    x_handle: str | None = None
    terms: tuple[Service, ...] | None = None
    ids: Mapping[str, str] | None = None
    source: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Handles:
    """A person's accounts; empty text means that the source says there is none."""

    identifier: str
    x_handle: str = ""
    bluesky: str = ""
    mastodon: str = ""
    facebook: str = ""
    instagram: str = ""
    youtube: str = ""


@dataclass(frozen=True, slots=True)
class LocalOffice:
    """An office in the district; `key` is the source's own stable id."""

    identifier: str
    key: str
    address: str
    city: str
    state: str
    postal_code: str
    phone: str
    fax: str
    hours: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one source says, in the order in which it says it."""

    people: Sequence[Person]
    legislatures: Sequence[LegislatureFacts] = ()
    handles: Mapping[str, Handles] = field(default_factory=dict)
    offices: Mapping[str, tuple[LocalOffice, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Roster:
    """Everything that one import brings, read and checked before anything is written."""

    people: Mapping[str, Person]
    handles: Mapping[str, Handles] = field(default_factory=dict)
    offices: Mapping[str, tuple[LocalOffice, ...]] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    legislatures: tuple[LegislatureFacts, ...] = ()
