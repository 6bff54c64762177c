from collections.abc import Sequence
from typing import Any

from django.db.models import Model

AT_ONCE = 200


def save_all(records: Sequence[Any], names: Sequence[str]) -> None:
    """Write these fields of stored records: one INSERT ... ON CONFLICT for each 200 records takes
    a fifth of the time of bulk_update's CASE expressions. The records must be loaded as a whole."""
    if not records:
        return
    model: type[Model] = type(records[0])
    model._default_manager.bulk_create(
        records, AT_ONCE, update_conflicts=True, unique_fields=["id"], update_fields=names
    )
