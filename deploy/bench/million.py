"""A million signatures in the table: how long staff and the worker wait. PostgreSQL only.

    DATABASE_URL=postgres://user:word@host/postgres python -m deploy.bench.million [--keep]

Makes a database of its own beside the one named, fills it and drops it at the end; --keep leaves
it, and the next run uses it again. Printed are the median and the slowest round but one; ends
with 1 when that misses its figure.
"""

import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from deploy.bench.database import database

NAME = "campaign_million"
ROUNDS = 11
FROM_MIB = 1024


@dataclass(frozen=True)
class Figure:
    name: str
    most: float  # seconds
    measure: Callable[[], Any]
    rounds: int = ROUNDS


def main() -> int:
    os.environ.setdefault("VAR_DIR", tempfile.mkdtemp(prefix="campaign-million-"))
    with database(NAME, keep="--keep" in sys.argv):
        import django

        django.setup()
        # Needs settings and apps, which exist only now.
        from deploy.bench import million_rows, million_tasks

        petition = million_rows.found() or million_rows.fill()
        missed = sum(not report(one) for one in million_tasks.figures(petition))
        print(f"memory at most: {peak():.0f} MiB")
    return 1 if missed else 0


def report(figure: Figure) -> bool:
    times = sorted(timed(figure.measure) for _ in range(figure.rounds))
    middle, slow = statistics.median(times), times[-2 if len(times) > 3 else -1]
    good = slow <= figure.most
    row = f"{figure.name:46}{middle:10.3f} s{slow:10.3f} s   at most {figure.most:g} s"
    print(row + ("" if good else "   MISSED"), flush=True)
    return good


def timed(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / FROM_MIB


def all_steps(run: Callable[[], int]) -> Iterator[float]:
    """The time of each run of a worker's step until it finds nothing more to do."""
    while True:
        begun = time.perf_counter()
        if not run():
            return
        yield time.perf_counter() - begun


if __name__ == "__main__":
    raise SystemExit(main())
