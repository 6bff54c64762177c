"""Processes by pid file: only what was started here is ever ended here."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from deploy.services import places

STOP_SECONDS = 20


def start(
    name: str,
    command: Sequence[str],
    *,
    folder: Path,
    environment: Mapping[str, str] | None = None,
    own_user: bool = True,
) -> None:
    """Start a server in a session of its own; its words go to <name>.log."""
    user = places.account() if own_user else None
    with (places.state_dir() / f"{name}.log").open("ab") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            user=user,
            group="nogroup" if user else None,
            extra_groups=[] if user else None,
        )
    pid_file(name).write_text(f"{process.pid} {born(process.pid)}")


def pid_file(name: str) -> Path:
    return places.state_dir() / f"{name}.pid"


def running(name: str) -> int | None:
    """The process id, when it is still the very process that was started here."""
    file = pid_file(name)
    if not file.exists():
        return None
    pid, _, birth = file.read_text().partition(" ")
    return int(pid) if birth and born(int(pid)) == birth else None


def born(pid: int) -> str:
    """When a process began: ids are given out again, ids with their birth are not."""
    done = subprocess.run(
        ["ps", "-o", "lstart=,stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    *when, state = done.stdout.split() or [""]
    return "" if not when or state.startswith("Z") else "-".join(when)


def stop(name: str, how: signal.Signals = signal.SIGTERM) -> bool:
    """End a server started here; True when there was one."""
    pid = running(name)
    if pid is not None:
        os.kill(pid, how)
        deadline = time.monotonic() + STOP_SECONDS
        while running(name) and time.monotonic() < deadline:
            time.sleep(0.1)
        if running(name):
            os.killpg(pid, signal.SIGKILL)
    pid_file(name).unlink(missing_ok=True)
    return pid is not None


def last_words(name: str) -> str:
    log = places.state_dir() / f"{name}.log"
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    return "\n".join(lines[-12:])
