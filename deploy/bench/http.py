"""Load on a running demo: every kind in turn, round after round."""

import json
import statistics
import time
from dataclasses import dataclass
from itertools import count
from urllib.request import urlopen

from deploy.bench import cpu, requests
from deploy.bench.load import Request, Result, drive
from deploy.demo_site import Site

SETTLE_SECONDS = 20
SIGN = "POST sign"
COLUMNS = ("per second", "CPU ms", "p50 ms", "p99 ms", "errors")


@dataclass(frozen=True)
class Round:
    result: Result
    cpu_seconds: float

    @property
    def cpu_ms(self) -> float:
        return self.cpu_seconds * 1000 / max(len(self.result.times), 1)


def over_http(running: Site, paths: tuple[str, ...], rounds: int) -> int:
    """Prints the table; the number of errors and of signatures answered but not counted."""
    people = count()
    loads: dict[str, tuple[Request, int]] = {
        **{f"GET {path}": (requests.get(running, path), 200) for path in paths},
        SIGN: (requests.sign(running), 303),
    }
    results: dict[str, list[Round]] = {name: [] for name in loads}
    before = signatures(running)
    for _ in range(rounds):
        for name, (request, wanted) in loads.items():
            spent = cpu.seconds(running.pid)
            result = drive(running.base, request, wanted=wanted, numbers=people)
            results[name].append(Round(result, cpu.seconds(running.pid) - spent))
    print(f"\n{'over HTTP':18}" + "".join(f"{column:>12}" for column in COLUMNS))
    for name, measured in results.items():
        print(row(name, measured), flush=True)
    wrong = sum(one.result.errors for measured in results.values() for one in measured)
    sent = sum(len(one.result.times) for one in results[SIGN])
    return wrong + lost(running, before, sent)


def row(name: str, measured: list[Round]) -> str:
    rate = statistics.median(one.result.rate for one in measured)
    spent = statistics.median(one.cpu_ms for one in measured)
    middle = statistics.median(one.result.percentile(50) for one in measured)
    slow = statistics.median(one.result.percentile(99) for one in measured)
    wrong = sum(one.result.errors for one in measured)
    return f"{name:18}{rate:12.0f}{spent:12.2f}{middle:12.1f}{slow:12.1f}{wrong:12}"


def signatures(running: Site) -> int:
    address = f"{running.base}/petitions/{running.petition}/count.json"
    with urlopen(address, timeout=30) as answer:  # noqa: S310  our own address
        return int(json.load(answer)["count"])


def lost(running: Site, before: int, sent: int) -> int:
    """Signatures that were answered but never counted."""
    begun = time.monotonic()
    deadline = begun + SETTLE_SECONDS
    while (counted := signatures(running) - before) < sent and time.monotonic() < deadline:
        time.sleep(0.5)
    print(f"signed {sent}, counted {counted}, {time.monotonic() - begun:.1f} s after the end")
    return abs(sent - counted)
