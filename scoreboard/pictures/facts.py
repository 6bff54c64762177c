"""What a picture shows. Equal facts make the same picture, so their digest is its name."""

from dataclasses import astuple, dataclass
from hashlib import sha256

LOOK = "1"  # change it when the drawing changes: then every picture is made anew


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """`stance` is a position, or "" without a bill; `photo` names the file of a portrait."""

    name: str
    office: str
    stance: str
    stance_word: str
    call: str
    bill: str
    host: str
    photo: str = ""

    @property
    def alt(self) -> str:
        stance = f"{self.stance_word}: {self.bill}" if self.stance else ""
        return ". ".join(part for part in (self.name, self.office, stance) if part)


@dataclass(frozen=True, slots=True)
class BillFacts:
    label: str
    title: str
    friends: int
    people: int
    sentence: str
    host: str

    @property
    def alt(self) -> str:
        return f"{self.label}, {self.title}. {self.sentence}"


Facts = PersonFacts | BillFacts


def digest_of(facts: Facts) -> str:
    return sha256(repr((LOOK, type(facts).__name__, astuple(facts))).encode()).hexdigest()[:16]
