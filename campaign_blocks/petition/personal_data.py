"""The door for tables beside the signature that know something of a signer.

Whoever stores such rows registers how the person sees them and how they go:

    @hooks.register("register_personal_data")
    def letters() -> PersonalData: ...
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from wagtail import hooks


@dataclass(frozen=True, kw_only=True)
class Person:
    """Whose data: some or all signatures of a mailbox; at the end of a term those of many."""

    signature_ids: Sequence[int]
    # Staff erase her by name: then copies go, too, that would go by themselves within a day.
    completely: bool = False


@dataclass(frozen=True, kw_only=True)
class PersonalData:
    """`rows` answers plain data; each row names its "signature" (an id) and what it says in one
    sentence, "in_words".

    `erase` answers how many rows it removed or emptied, and finds nothing the second time. It runs
    in the transaction that empties or deletes the signatures, before them, and changes nothing
    but the database, so that a dry run can take it back.
    """

    name: str
    label: str | Promise
    rows: Callable[[Person], list[dict[str, Any]]]
    erase: Callable[[Person], int]


def personal_data() -> list[PersonalData]:
    found = [register() for register in hooks.get_hooks("register_personal_data")]
    return sorted(found, key=lambda one: one.name)


def erase_elsewhere(ids: Sequence[int], *, completely: bool = False) -> dict[str, int]:
    """Answers how many rows of each name went."""
    if not ids:
        return {}
    person = Person(signature_ids=ids, completely=completely)
    return {one.name: one.erase(person) for one in personal_data()}
