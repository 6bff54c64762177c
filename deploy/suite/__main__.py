"""make test."""

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from deploy.services import __main__ as services
from deploy.services import places
from deploy.suite.results import Totals
from deploy.suite.runs import Run, planned


def main() -> int:
    chosen = shlex.split(os.environ.get("ARGS", ""))
    ours = not services.up()
    try:
        lacking = services.start()
        addresses = services.places_known()
        totals = Totals()
        for run in planned(addresses, chosen):
            execute(run, addresses, totals)
    finally:
        if ours:
            services.stop()
    print("\n" + "\n".join(totals.lines()), flush=True)
    return 1 if lacking or totals.failed or totals.broken or not totals.stats["passed"] else 0


def execute(run: Run, addresses: Mapping[str, str], totals: Totals) -> None:
    """One pytest run; a run whose service is missing is only counted."""
    print(f"\n=== {run.title}", flush=True)
    if run.missing:
        totals.missing[run.missing] += collected(run)
        return
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results.json"
        environment = {"DJANGO_TEST_DB": f"suite_{places.mark()}", **addresses, **run.environment}
        environment["SUITE_RESULTS"] = str(results)
        done = pytest(run.arguments, environment)
        totals.add(run.title, done.returncode, results)


def collected(run: Run) -> int:
    """How many tests a run that can't happen would have had."""
    arguments = ("-q", "-n0", "--collect-only", *run.arguments)
    said = pytest(arguments, {**run.environment, "NO_COLOR": "1"}, capture_output=True).stdout
    return sum(b"::" in line for line in said.splitlines())


def pytest(
    arguments: tuple[str, ...], environment: Mapping[str, str], *, capture_output: bool = False
) -> "subprocess.CompletedProcess[bytes]":
    # The tests start many processes; none of them should compile the libraries once more.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "pytest", "-p", "tests.services_plugin", "-q", *arguments]
    return subprocess.run(
        command,
        cwd=places.ROOT,
        env={**kept, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=capture_output,
        check=False,
    )


if __name__ == "__main__":
    raise SystemExit(main())
