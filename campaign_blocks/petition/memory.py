"""What one process remembers of the database, so that signing and pages need not ask again."""

import time
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from django.db import connection

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
MOST_KEPT = 1000


class Memory(Generic[Key, Value]):
    """Remembers what `find` answered, for some seconds or for good, also "there is none".

    Inside a transaction nothing is remembered: it may still be taken back.
    """

    def __init__(self, find: Callable[[Key], Value], seconds: float = float("inf")) -> None:
        self.find, self.seconds = find, seconds
        self.kept: dict[Key, tuple[float, Value]] = {}

    def __call__(self, key: Key) -> Value:
        known = self.kept.get(key)
        if known and time.monotonic() < known[0]:
            return known[1]
        value = self.find(key)
        self.remember(key, value)
        return value

    def remember(self, key: Key, value: Value) -> None:
        if connection.in_atomic_block:
            return
        if len(self.kept) >= MOST_KEPT:
            self.kept.clear()
        self.kept[key] = (time.monotonic() + self.seconds, value)

    def forget(self) -> None:
        self.kept.clear()
