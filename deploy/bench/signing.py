"""Signing, held for minutes: rate, waiting times, CPU, and whether every answer was counted.

    python -m deploy.bench.signing [--minutes 10] [--database postgres://...] [--rows 1000000]

Rate judgement runs, with its limits raised: every signer has a network and a mailbox of their own.
`--rows` fills the table (PostgreSQL only) and measures a second time. Ends with 1 after any error.
"""

import argparse
import os
import subprocess
import sys
from dataclasses import dataclass
from itertools import count

from deploy.bench import cpu, reference, requests
from deploy.bench.database import database
from deploy.bench.http import lost, signatures
from deploy.bench.load import Result, drive
from deploy.demo_site import Site, site
from deploy.services.places import ROOT

NAME = "campaign_signing"
BEHIND = ("campaign worker", "campaign task queue")
RAISED = {
    "TRUSTED_PROXIES": "1",
    "SIGN_RATE_LIMIT": "1000000/5m",
    "MAILBOX_RATE_LIMIT": "1000000/1h",
    "DOMAIN_RATE_LIMIT": "1000000/10m",
}
FILL = "from deploy.bench.million_rows import fill; fill({rows})"


@dataclass(frozen=True)
class Spent:
    """CPU seconds. `database` is the server's work except for worker and queue, whose own is in
    `others`: they judge, count and mail after a signature was stored."""

    web: float
    database: float
    others: float


def main() -> int:
    chosen = arguments()
    os.environ.update(RAISED)
    os.environ.pop("BASE_URL", None)
    if not chosen.database:
        os.environ.pop("DATABASE_URL", None)
        return run(chosen)
    os.environ["DATABASE_URL"] = chosen.database
    with database(NAME, keep=False):
        return run(chosen)


def run(chosen: argparse.Namespace) -> int:
    wrong = 0
    with site() as running:
        measure(running, "warming up", 0.2)
        wrong += measure(running, "empty table", chosen.minutes)
        if chosen.rows:
            subprocess.run(
                [sys.executable, "manage.py", "shell", "-v0", "-c", FILL.format(rows=chosen.rows)],
                cwd=ROOT,
                env={**os.environ, **running.environment},
                check=True,
            )
            wrong += measure(running, f"{chosen.rows:,} rows", chosen.minutes)
            wrong += measure(running, f"{chosen.rows:,} rows", chosen.minutes)
    return 1 if wrong else 0


def measure(running: Site, title: str, minutes: float) -> int:
    """Prints one row; the number of errors and of signatures answered but not counted."""
    before, start = signatures(running), spent(running)
    with reference.gauge() as machine:
        result = drive(
            running.base,
            requests.sign(running, networks=True),
            wanted=303,
            numbers=count(),
            seconds=minutes * 60,
            most=10_000_000,
        )
    end = spent(running)
    print(row(title, result, start, end), flush=True)
    print(
        f"  this machine meanwhile: {machine.times_slower:.1f} times slower than the budgets' own"
    )
    return result.errors + lost(running, before, len(result.times))


def row(title: str, result: Result, start: Spent, end: Spent) -> str:
    done = max(len(result.times), 1)
    each = [
        (getattr(end, name) - getattr(start, name)) * 1000 / done
        for name in ("web", "database", "others")
    ]
    waits = " ".join(f"p{share} {result.percentile(share):.0f}" for share in (50, 95, 99))
    return (
        f"{title}: {done} in {result.seconds:.0f} s, {result.rate:.0f}/s, {waits} ms, "
        f"{result.errors} errors; CPU ms each: web {each[0]:.2f}, database {each[1]:.2f}, "
        f"worker and queue {each[2]:.2f}"
    )


def spent(running: Site) -> Spent:
    """The web server is the first process that the site starts."""
    children = cpu.children(running.pid)
    web = cpu.seconds(children[0]) if children else 0.0
    server, behind = database_spent()
    return Spent(web, server - behind, cpu.seconds(running.pid) - web + behind)


def database_spent() -> tuple[float, float]:
    """Of the whole PostgreSQL server, and of its processes for worker and queue; 0 on SQLite."""
    address = os.environ.get("DATABASE_URL", "")
    if not address.startswith("postgres"):
        return 0.0, 0.0
    import psycopg

    with psycopg.connect(address) as connection:
        own = connection.execute("SELECT pg_backend_pid()").fetchone()
        behind = connection.execute(
            "SELECT pid FROM pg_stat_activity WHERE application_name = ANY(%s)", [list(BEHIND)]
        ).fetchall()
        server = cpu.parent(own[0]) if own else None  # while our own process is there to ask
    return cpu.seconds(server), sum(cpu.seconds(pid) for (pid,) in behind)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m deploy.bench.signing")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--database", default=os.environ.get("DATABASE_URL", ""))
    parser.add_argument("--rows", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
