"""How fast this machine is while it is measured, beside the one on which the budgets were set.

Reading one sign form took 0.017 ms of CPU there. A shared machine changes by the hour, so that a
figure in milliseconds says little without this one beside it. A process of its own reads such forms
for some milliseconds of each second, until it is told that the measurement is over.
"""

import select
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

from django.conf import settings
from django.http import QueryDict

THERE = 0.017  # ms
EACH = 200
BODY = urlencode(
    {
        "name": "Bench Person 12345",
        "email": "bench-12345@example.org",
        "postal_code": "94110",
        "country": "US",
        "opt_in": "yes",
        "website": "",
        "form_token": "x" * 90,
    }
)


class Gauge:
    """`times_slower` is known when the measurement is over: the median of all seconds."""

    times_slower = 0.0


@contextmanager
def gauge() -> Iterator[Gauge]:
    found = Gauge()
    with subprocess.Popen(
        [sys.executable, "-m", "deploy.bench.reference"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield found
        found.times_slower = float(process.communicate()[0])


def milliseconds() -> float:
    begun = time.process_time()
    for _ in range(EACH):
        QueryDict(BODY)
    return (time.process_time() - begun) * 1000 / EACH


def main() -> None:
    settings.configure()
    milliseconds()
    found = [milliseconds()]
    while not select.select([sys.stdin], [], [], 1.0)[0]:
        found.append(milliseconds())
    sys.stdout.write(f"{statistics.median(found) / THERE}\n")


if __name__ == "__main__":
    main()
