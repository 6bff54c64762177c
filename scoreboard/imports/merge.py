"""Bringing imported values into a record without touching what staff changed."""

from collections.abc import Mapping
from typing import Any, Protocol

EMPTY = ("", None)


class Imported(Protocol):
    """A record that remembers, per field, the value it was last given by an import."""

    imported: dict[str, Any]


def as_stored(value: Any) -> Any:
    """A field's value as `imported` keeps it: dates as text, everything else as it is."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def merge(record: Imported, values: Mapping[str, Any]) -> bool:
    """Set the fields that staff did not edit; answers whether a visible value changed.

    Edited means: differs from what the last import brought, or was there before any import.
    """
    imported, changed = dict(record.imported), False
    for name, value in values.items():
        now, new = as_stored(getattr(record, name)), as_stored(value)
        edited = now != imported[name] if name in imported else now not in EMPTY
        imported[name] = new
        if now != new and not edited:
            setattr(record, name, value)
            changed = True
    record.imported = imported
    return changed


def take(record: Imported, values: Mapping[str, Any]) -> None:
    """The first import of a new record: every value as it comes."""
    for name, value in values.items():
        setattr(record, name, value)
    record.imported = {name: as_stored(value) for name, value in values.items()}
