"""The public number of a petition, and what a visitor is told about it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.choices import GoalMode

STEPS = (1, 2.5, 5)
FIRST_MILESTONE = 100


@dataclass(frozen=True, kw_only=True)
class Progress:
    petition: Petition
    count: int
    as_of: datetime
    on_paper: int = 0

    @property
    def is_shown(self) -> bool:
        return self.count >= self.petition.show_from

    @property
    def for_public(self) -> "Progress":
        """Below its threshold a petition tells what one that nobody signed would tell."""
        return self if self.is_shown else replace(self, count=0, on_paper=0)

    @property
    def goal(self) -> int | None:
        """None also where there is nothing left to reach."""
        if self.petition.is_over:
            return None
        if self.petition.goal_mode == GoalMode.FIXED:
            return self.petition.goal
        if self.petition.goal_mode == GoalMode.MILESTONES:
            return next_milestone(self.count)
        return None

    @property
    def is_reached(self) -> bool:
        return self.goal is not None and self.count >= self.goal


def next_milestone(count: int) -> int:
    """100, 250, 500, 1,000, 2,500 ...: the first that is still ahead."""
    scale = FIRST_MILESTONE
    while True:
        for step in STEPS:
            if count < scale * step:
                return int(scale * step)
        scale *= 10


def progress_of(petition_ids: Iterable[int]) -> dict[int, Progress]:
    """One query for any number of petitions."""
    rows = Petition.objects.filter(pk__in=petition_ids).select_related("count")
    return {row.pk: progress(row) for row in rows}


def progress(petition: Petition) -> Progress:
    count = getattr(petition, "count", None)
    return Progress(
        petition=petition,
        count=count.confirmed if count else 0,
        as_of=count.as_of if count else petition.created_at,
        on_paper=count.on_paper if count else 0,
    )
