from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from campaign_blocks.kit.progress import Tick, ticking, unseen
from scoreboard.models import ZipDistrict

BATCH = 5000


@dataclass(frozen=True, slots=True)
class DistrictChanges:
    created: int
    removed: int
    unchanged: int

    def __str__(self) -> str:
        return f"created: {self.created}, removed: {self.removed}, unchanged: {self.unchanged}"


@transaction.atomic
def replace_districts(
    *, entries: Sequence[tuple[str, str, int]], dry_run: bool = False, tick: Tick = unseen
) -> DistrictChanges:
    """The table becomes exactly these entries; what is there already is not written again."""
    stored = {
        (code, state, district): pk
        for pk, code, state, district in ZipDistrict.objects.values_list(
            "pk", "postal_code", "state", "district"
        )
    }
    wanted = set(entries)
    new = [entry for entry in entries if entry not in stored]
    gone = [pk for entry, pk in stored.items() if entry not in wanted]
    if not dry_run:
        for start in range(0, len(gone), BATCH):
            ZipDistrict.objects.filter(pk__in=gone[start : start + BATCH]).delete()
        for start in ticking(range(0, len(new), BATCH), tick):
            rows = [
                ZipDistrict(postal_code=c, state=s, district=d) for c, s, d in new[start:][:BATCH]
            ]
            ZipDistrict.objects.bulk_create(rows)
    return DistrictChanges(len(new), len(gone), len(stored) - len(gone))
