"""Group commit: threads that store the same kind of row at the same moment share a transaction.

The first to come stores alone, at once. Those who come meanwhile wait, and the first of them then
stores for all. Nobody waits for company: alone nothing changes, and the more come at once, the less
each one costs. What fails for a group is tried by each alone, so nobody suffers for another's row;
unless no connection or lock was to be had in time: that is told to all who wait, at once.
"""

import sqlite3
from collections import deque
from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import Generic, TypeVar

from django.db import OperationalError, connection
from psycopg_pool import PoolTimeout

Item = TypeVar("Item")
Result = TypeVar("Result")
MOST = 16


class Place(Generic[Item, Result]):
    """One thread's, from its coming until its answer. `turn` opens when it has either been served
    or is the next to serve."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.turn = Lock()
        self.turn.acquire()
        self.served = False
        self.result: Result | None = None
        self.error: BaseException | None = None


class Together(Generic[Item, Result]):
    """`store` takes items whose `name` differ, and answers in their order, in a transaction of its
    own. To store an item a second time is harmless: nobody knows what a broken line has stored."""

    def __init__(
        self,
        *,
        store: Callable[[Sequence[Item]], Sequence[Result]],
        name: Callable[[Item], Hashable],
    ) -> None:
        self.store = store
        self.name = name
        self.lock = Lock()
        self.waiting: deque[Place[Item, Result]] = deque()
        self.busy = False

    def one(self, item: Item) -> Result:
        """Raises what `store` raises."""
        if connection.in_atomic_block:
            return self.store([item])[0]  # it ends with the caller's transaction, not with others'
        place: Place[Item, Result] = Place(item)
        if not self.comes_first(place):
            give_back_connection()
            place.turn.acquire()
        if not place.served:
            self.serve(place)
        if place.error is None:
            return place.result  # type: ignore[return-value]  # served without an error
        if is_away(place.error):
            raise OperationalError(*place.error.args) from place.error.__cause__
        return self.store([item])[0]

    def comes_first(self, place: Place[Item, Result]) -> bool:
        with self.lock:
            if self.busy:
                self.waiting.append(place)
                return False
            self.busy = True
            return True

    def serve(self, mine: Place[Item, Result]) -> None:
        """Also wakes who serves next, whatever happens."""
        group = self.group(mine)
        try:
            results = self.store([place.item for place in group])
            for place, result in zip(group, results, strict=True):
                place.result = result
        except BaseException as error:
            if is_away(error):
                group += self.rest()
            for place in group:
                place.error = error
            if len(group) == 1 or not isinstance(error, Exception):
                raise
        finally:
            self.hand_on()
            for place in group:
                place.served = True
                if place is not mine:
                    place.turn.release()

    def group(self, mine: Place[Item, Result]) -> list[Place[Item, Result]]:
        """Those of one name follow in later groups."""
        found = {self.name(mine.item): mine}
        later: list[Place[Item, Result]] = []
        with self.lock:
            while self.waiting and len(found) < MOST:
                place = self.waiting.popleft()
                if found.setdefault(self.name(place.item), place) is not place:
                    later.append(place)
            self.waiting.extendleft(reversed(later))
        return list(found.values())

    def rest(self) -> list[Place[Item, Result]]:
        with self.lock:
            found = list(self.waiting)
            self.waiting.clear()
        return found

    def hand_on(self) -> None:
        with self.lock:
            self.busy = bool(self.waiting)
            if self.waiting:
                self.waiting.popleft().turn.release()


def give_back_connection() -> None:
    """Who waits keeps none of the pool, as who serves may need the last one."""
    if connection.connection is not None and connection.settings_dict["OPTIONS"].get("pool"):
        connection.close()


def is_away(error: BaseException) -> bool:
    """The pool had no connection, or SQLite no lock, for as long as anybody waits."""
    away = (PoolTimeout, sqlite3.OperationalError)
    return isinstance(error, OperationalError) and isinstance(error.__cause__, away)
