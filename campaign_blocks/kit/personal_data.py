"""The door for whoever stores something about a person.

Whoever has such rows registers how she sees them and how they go:

    @hooks.register("register_personal_data")
    def reports() -> PersonalData: ...
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from wagtail import hooks


@dataclass(frozen=True, kw_only=True)
class Person:
    """Whose data: some or all signatures of a mailbox; at the end of a term those of many.

    `is_hers` says of an address, in any spelling, whether it is that mailbox: for rows that hang on
    no signature. None where single signatures are meant: such rows then stay. `until` spares
    what came later, when an old erasure is done again after a restore.
    """

    signature_ids: Sequence[int] = ()
    is_hers: Callable[[str], bool] | None = None
    until: datetime | None = None
    # Staff erase her by name: then copies go, too, that would go by themselves within a day.
    completely: bool = False


@dataclass(frozen=True, kw_only=True)
class PersonalData:
    """`rows` answers plain data, each row with what it says in one sentence, "in_words"; a row
    that hangs on a signature names it as "signature" (an id).

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


def erase_elsewhere(person: Person) -> dict[str, int]:
    """Answers how many rows of each name went."""
    if not person.signature_ids and person.is_hers is None:
        return {}
    return {one.name: one.erase(person) for one in personal_data()}
