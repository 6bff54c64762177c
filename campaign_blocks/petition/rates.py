"""Rates such as "5/5m": so many events in so many seconds, minutes, hours or days."""

from dataclasses import dataclass
from datetime import timedelta

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


@dataclass(frozen=True)
class Rate:
    most: int
    window: timedelta


def parse(text: str) -> Rate:
    most, span = text.split("/")
    return Rate(int(most), timedelta(**{UNITS[span[-1]]: int(span[:-1])}))
