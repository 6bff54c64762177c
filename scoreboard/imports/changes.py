"""What an import did, or would do, person by person."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from scoreboard.models import Legislator

Kind = Literal["created", "updated", "retired", "same"]


@dataclass(slots=True)
class PersonChange:
    """`before` and `after` hold changed fields by name, and whole lists of offices and terms.

    `imported` is what the record remembered of its source before; `kept` what the source says of
    fields that staff edited.
    """

    person: "Legislator"
    kind: Kind = "same"
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)
    imported: dict[str, Any] | None = None

    def note(self, name: str, before: Any, after: Any) -> None:
        self.before[name], self.after[name] = before, after
        if self.kind == "same":
            self.kind = "updated"


@dataclass(slots=True)
class Changes:
    """By identifier, in the order of the source; the retired at the end."""

    people: dict[str, PersonChange] = field(default_factory=dict)
    seats_before: list[dict[str, Any]] = field(default_factory=list)

    def of_kind(self, kind: Kind) -> list[PersonChange]:
        return [change for change in self.people.values() if change.kind == kind]

    def names(self, kind: Kind) -> list[str]:
        return [change.person.full_name for change in self.of_kind(kind)]

    @property
    def created(self) -> list[str]:
        return self.names("created")

    @property
    def updated(self) -> list[str]:
        return self.names("updated")

    @property
    def retired(self) -> list[str]:
        return self.names("retired")

    @property
    def unchanged(self) -> int:
        return len(self.of_kind("same"))

    @property
    def touched(self) -> "list[Legislator]":
        return [change.person for change in self.people.values() if change.kind != "same"]

    def __str__(self) -> str:
        return (
            f"created: {len(self.created)}, updated: {len(self.updated)}, "
            f"retired: {len(self.retired)}, unchanged: {self.unchanged}"
        )
