"""make services, make services-stop."""

import argparse
import os
import shutil
import time
from collections.abc import Sequence

from deploy.services import packages, places, processes, programs
from deploy.services.elasticsearch import Elasticsearch
from deploy.services.postgresql import PostgreSQL
from deploy.services.redis import Redis
from deploy.services.service import Service
from deploy.services.smtp import MailSink

# The slowest begins first; the others start while it wakes up.
KINDS: Sequence[type[Service]] = (Elasticsearch, PostgreSQL, Redis, MailSink)


def main() -> int:
    parser = argparse.ArgumentParser(prog="make services", description=__doc__)
    parser.add_argument("what", choices=["start", "stop"])
    return start() if parser.parse_args().what == "start" else stop()


def start() -> int:
    """Start all; 1 only when REQUIRE_SERVICES=1 and something is missing."""
    services = [kind(places_known()) for kind in KINDS]
    problems = [said for service in services if (said := begin(service))]
    started = [service for service in services if service.address]
    problems += [said for service in started if (said := await_answer(service))]
    lines = {service.variable: service.address for service in started if service.address}
    for service in started:
        lines |= service.extras() if service.address else {}
    for name, (variable, _) in programs.PROGRAMS.items():
        found = programs.obtain(name)
        lines |= {variable: found} if found else {}
        problems += [] if found else [f"{name}: install it, or name it in {variable}"]
    write(lines)
    for problem in problems:
        print(f"missing: {problem}")
    return 1 if problems and os.environ.get("REQUIRE_SERVICES") == "1" else 0


def up() -> bool:
    """Whether an earlier `make services` still runs; then it is not ours to end."""
    return any(processes.running(kind.name) for kind in KINDS)


def places_known() -> dict[str, str]:
    """The addresses of the last start."""
    if not places.ADDRESSES.exists():
        return {}
    lines = places.ADDRESSES.read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def begin(service: Service) -> str:
    try:
        service.start()
    except packages.Missing as error:
        service.address = ""
        return f"{service.name}: {error}"
    return ""


def await_answer(service: Service) -> str:
    """Empty when it answers; else why it does not, in one sentence and its last words."""
    deadline = time.monotonic() + service.patience
    while time.monotonic() < deadline:
        if service.answers():
            return ""
        if service.died():
            break
        time.sleep(0.3)
    where, service.address = service.address, ""
    words = "" if service.given else "\n" + processes.last_words(service.name)
    return f"{service.name}: does not answer at {where}{words}"


def write(lines: dict[str, str]) -> None:
    text = "".join(f"{key}={value}\n" for key, value in lines.items())
    places.ADDRESSES.write_text(text)
    print(text, end="")


def stop() -> int:
    """End what was started here and remove its data; others' servers stay."""
    for kind in KINDS:
        if kind({}).stop():
            print(f"stopped: {kind.name}")
    shutil.rmtree(places.state_dir())
    places.ADDRESSES.unlink(missing_ok=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
