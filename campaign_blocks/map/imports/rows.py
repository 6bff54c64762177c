"""One line of a file, in words of our own."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

# The columns of our own layout: what /map/places.csv writes, the import reads.
COLUMNS = (
    "id",
    "kind",
    "name",
    "city",
    "state",
    "country",
    "latitude",
    "longitude",
    "precision",
    "status",
    "start_date",
    "status_date",
    "scope",
    "description",
    "source",
    "source_url",
    "action_url",
    "verified",
    "verified_by",
)
REQUIRED = ("kind", "name")


@dataclass(frozen=True)
class Problem:
    """What is wrong, where, in a sentence that says what to do."""

    line: int
    field: str
    message: str

    def __str__(self) -> str:
        place = _("line %(n)s") % {"n": self.line} if self.line else _("file")
        return (
            f"{place}, {self.field}: {self.message}" if self.field else f"{place}: {self.message}"
        )


class FileProblem(Exception):
    """The file as a whole cannot be read."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.problem = Problem(line, "", message)


@dataclass(frozen=True)
class Row:
    """The texts of one line by column; `optional_kind` rows of unknown kinds are passed over."""

    line: int
    values: dict[str, str]
    optional_kind: bool = False


@dataclass(frozen=True)
class Cleaned:
    """Model fields of one line, and which of them the file has a word on."""

    line: int
    fields: dict[str, Any]
    given: frozenset[str]


@dataclass
class Reading:
    """What was understood of each row, faults, and what was passed over."""

    rows: list[Cleaned] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=dict)
