"""Rates such as "5/5m": so many events in so many seconds, minutes, hours or days."""

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
SPANS = 5  # a window is counted in so many spans; the oldest one by the part that is still in it


@dataclass(frozen=True)
class Rate:
    most: int
    window: timedelta

    @property
    def span(self) -> int:
        """Seconds, at least one."""
        return max(int(self.window.total_seconds()) // SPANS, 1)

    def began(self, moment: float) -> int:
        """The beginning of the span in which a moment lies, in seconds since 1970."""
        return int(moment) // self.span * self.span

    def ends(self, began: int) -> int:
        """When nothing looks back on this span any more."""
        return began + self.span * (SPANS + 1)

    def earlier(self, moment: float, amounts: dict[int, int]) -> float:
        """How many came in the window before the moment's own span; amounts by span's beginning."""
        own = self.began(moment)
        oldest = own - SPANS * self.span
        full = sum(amounts.get(oldest + n * self.span, 0) for n in range(1, SPANS))
        return full + amounts.get(oldest, 0) * (1 - (moment - own) / self.span)


@lru_cache(maxsize=64)
def parse(text: str) -> Rate:
    most, span = text.split("/")
    return Rate(int(most), timedelta(**{UNITS[span[-1]]: int(span[:-1])}))
