"""make bench (LEGISLATORS and DATABASE_URL choose roster and database; BASE_URL is not used)."""

import json
import os
import statistics
import subprocess
import sys

from deploy.bench.http import over_http
from deploy.demo_site import Site, site
from deploy.services.places import ROOT

ROUNDS = 3
PAGES = ("/", "/scoreboard/", "/map/")


def main() -> int:
    os.environ.pop("BASE_URL", None)
    with site() as running:
        in_process(running)
        failed = over_http(running, PAGES, ROUNDS)
    return 1 if failed else 0


def in_process(running: Site) -> None:
    """Interleaved rounds; each round is a fresh process."""
    print(f"{'in process':18}{'warm':>20}{'body not cached':>20}{'nothing cached':>20}")
    found: dict[str, list[dict[str, float]]] = {path: [] for path in PAGES}
    for _ in range(ROUNDS):
        for path in PAGES:
            found[path].append(measured(running, path))
    for path, rounds in found.items():
        cells = [
            f"{median(rounds, name + '_queries'):.0f} q {median(rounds, name + '_ms'):6.2f} ms"
            for name in ("warm", "cold", "empty")
        ]
        print(f"{'GET ' + path:18}" + "".join(f"{cell:>20}" for cell in cells), flush=True)


def measured(running: Site, path: str) -> dict[str, float]:
    command = [sys.executable, "-m", "deploy.bench.in_process", path]
    environment = {**os.environ, **running.environment}
    environment.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    return dict(json.loads(done.stdout.splitlines()[-1]))


def median(rounds: list[dict[str, float]], name: str) -> float:
    return statistics.median(one[name] for one in rounds)


if __name__ == "__main__":
    raise SystemExit(main())
