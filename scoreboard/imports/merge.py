"""Bringing imported values into a record without touching what staff changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

EMPTY = ("", None)


class Imported(Protocol):
    """A record that remembers, per field, the value it was last given by an import."""

    imported: dict[str, Any]


@dataclass(slots=True)
class Merged:
    """`before` and `after` of the fields that changed; what the source says of those kept."""

    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.after)


def as_stored(value: Any) -> Any:
    """A field's value as `imported` keeps it: dates as text, everything else as it is."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def merge(record: Imported, values: Mapping[str, Any]) -> Merged:
    """Set the fields that staff did not edit; true when a visible value changed.

    Edited means: differs from what the last import brought, or was there before any import.
    """
    imported, merged = dict(record.imported), Merged()
    for name, value in values.items():
        now, new = as_stored(getattr(record, name)), as_stored(value)
        edited = now != imported[name] if name in imported else now not in EMPTY
        imported[name] = new
        if now == new:
            continue
        if edited:
            merged.kept[name] = new
            continue
        merged.before[name], merged.after[name] = now, new
        setattr(record, name, value)
    record.imported = imported
    return merged


def take(record: Imported, values: Mapping[str, Any]) -> None:
    """The first import of a new record: every value as it comes."""
    for name, value in values.items():
        setattr(record, name, value)
    record.imported = {name: as_stored(value) for name, value in values.items()}
