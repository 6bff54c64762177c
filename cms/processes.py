"""The processes of one machine: web server, worker, and the queue of Wagtail's own tasks.

All are forked from a process that has loaded everything: loading costs seconds, forking none.
"""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.utils.module_loading import import_string
from gunicorn.app.base import BaseApplication

SECONDS_TO_END = 8
THREADS = 16  # see deploy/gunicorn.conf.py
BEHIND_VISITORS = 10  # niceness: when there is not enough for both, visitors come first
WEB = "web server"
SIGNALS = (signal.SIGINT, signal.SIGTERM)


class WebServer(BaseApplication):
    """gunicorn as in production: two processes with sixteen threads each."""

    def __init__(self, port: int) -> None:
        self.port = port
        super().__init__()

    def load_config(self) -> None:
        settings = {
            "bind": f"127.0.0.1:{self.port}",
            "worker_class": "gthread",
            "workers": 2,
            "threads": THREADS,
            "preload_app": True,
            "limit_request_line": 0,  # a very long search gets a page, too
            "loglevel": "warning",
            "control_socket_disable": True,
        }
        for name, value in settings.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        return import_string(settings.WSGI_APPLICATION)


class Processes:
    """Starts them, waits, and ends all of them when one ends or somebody presses Ctrl-C."""

    def __init__(self, *, port: int, say: Callable[[str], object]) -> None:
        self.say = say
        self.stopping = False
        self.jobs: dict[str, Callable[[], object]] = {
            WEB: lambda: WebServer(port).run(),
            "worker": lambda: call_command("work"),
            "task queue": lambda: call_command(
                "db_worker", interval=2, startup_delay=False, verbosity=0
            ),
        }

    def run(self) -> None:
        # Neither a connection nor half-written output may be shared by two processes.
        close_connections()
        sys.stdout.flush()
        fork = multiprocessing.get_context("fork")
        running = [
            fork.Process(target=alone, args=(job, n), name=n) for n, job in self.jobs.items()
        ]
        for process in running:
            process.start()
        for number in SIGNALS:
            signal.signal(number, self.stop)
        while not self.stopping and all(process.is_alive() for process in running):
            time.sleep(0.2)
        self.end(running)

    def stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def end(self, running: list[Any]) -> None:
        ended = [process.name for process in running if not process.is_alive()]
        for process in running:
            process.terminate()
        for process in running:
            process.join(SECONDS_TO_END)
            if process.is_alive():
                process.kill()
        if ended and not self.stopping:
            raise SystemExit(f"Stopped: the {ended[0]} ended by itself.")
        self.say("Stopped.")


def close_connections() -> None:
    """All, with the pools that keep closed ones open: a forked process would inherit them."""
    connections.close_all()
    for one in connections.all(initialized_only=True):
        getattr(one, "close_pool", lambda: None)()  # PostgreSQL alone has one


def step_back() -> None:
    """Linux weighs sessions against each other, and niceness only inside of one, if told to."""
    os.nice(BEHIND_VISITORS)
    with suppress(OSError):
        Path("/proc/self/autogroup").write_text(str(BEHIND_VISITORS))


def alone(job: Callable[[], object], name: str) -> None:
    """In a session of its own: Ctrl-C reaches the first process, which ends the others in order.

    Its connections carry its name, for `pg_stat_activity`.
    """
    os.setsid()
    os.environ.setdefault("PGAPPNAME", f"campaign {name}")
    if name != WEB and connection.vendor != "sqlite":
        step_back()  # but who holds the one lock of SQLite must get on
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    job()
