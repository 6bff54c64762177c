"""A queue for SQLite's one write lock, for those who write often and briefly.

Who finds the lock taken asks again after a pause that grows to a tenth of a second, and the lock
lies idle meanwhile. In this queue the next in line is woken at once: threads of a process by a
lock of their own, processes by a lock on a file beside the database, which the kernel gives back
when its holder dies. The worker queues where it writes batch after batch, so that staff can stop
it; who else can wait need not queue, for SQLite's own lock guards every write.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Lock

from django.db import connection

PATIENCE = 10.0  # seconds, as for the database file; then everybody tries their luck
THREADS = Lock()


@contextmanager
def write_turn() -> Iterator[None]:
    """Begin the transaction inside. Not for nesting; on PostgreSQL there is nothing to wait for."""
    # Who holds the database already must not wait for somebody who waits for the database.
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    mine = THREADS.acquire(timeout=PATIENCE)
    try:
        with turn_of_processes(mine):
            yield
    finally:
        if mine:
            THREADS.release()


@contextmanager
def turn_of_processes(wanted: bool) -> Iterator[None]:
    queue = queue_file(os.getpid(), str(connection.settings_dict["NAME"])) if wanted else None
    if queue is None:
        yield
        return
    fcntl.flock(queue, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(queue, fcntl.LOCK_UN)


@cache
def queue_file(process: int, database: str) -> int | None:
    """A descriptor that stays open. By process: one that was inherited would share its lock."""
    if not Path(database).is_file():
        return None  # a database in memory, which no other process sees
    return os.open(f"{database}-turn", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
