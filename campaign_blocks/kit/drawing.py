"""A worker's step that keeps share images true: a few at a time, and only after a change."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from campaign_blocks.kit import versions

AT_ONCE = 10
Wanted = TypeVar("Wanted")


class Drawing(Generic[Wanted]):
    """`families`: the records whose change may make an image stale; `stale` finds those to draw.

    What is stale is found out once for each version of the records, not once for each run.
    """

    def __init__(
        self,
        families: Sequence[str],
        stale: Callable[[], Iterable[Wanted]],
        make: Callable[[Wanted], object],
    ) -> None:
        self.families, self.stale, self.make = families, stale, make
        self.seen: dict[str, str] = {}
        self.queue: Iterator[Wanted] = iter(())

    def run(self) -> int:
        """How many were made; 0 when all show what is true."""
        now = versions.read(self.families)
        if now != self.seen:
            self.seen, self.queue = now, iter(self.stale())
        made = 0
        for one in self.queue:
            self.make(one)
            made += 1
            if made == AT_ONCE:
                break
        return made
