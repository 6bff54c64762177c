"""The processes of one machine: web server, worker, and the queue of Wagtail's own tasks."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from types import FrameType

SECONDS_TO_END = 8


class Processes:
    """Starts them, waits, and ends all of them when one ends or somebody presses Ctrl-C."""

    def __init__(self, *, port: int, say: Callable[[str], object]) -> None:
        self.port, self.say = port, say
        self.running: list[subprocess.Popen[bytes]] = []
        self.stopping = False

    def commands(self) -> list[list[str]]:
        manage = [sys.executable, "manage.py"]
        threads = ["--worker-class", "gthread", "--workers", "2", "--threads", "4"]
        bind = ["--bind", f"127.0.0.1:{self.port}", "--log-level", "warning"]
        return [
            [sys.executable, "-m", "gunicorn", "cms.wsgi", *threads, *bind, "--preload"],
            [*manage, "work"],
            [*manage, "db_worker", "--interval", "2", "--no-startup-delay"],
        ]

    def run(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.stop)
        # Each in a session of its own: Ctrl-C reaches us, and we end them in order.
        for command in self.commands():
            process = subprocess.Popen(  # noqa: S603  our own commands, no shell
                command, env=os.environ.copy(), start_new_session=True
            )
            self.running.append(process)
        while not self.stopping and all(process.poll() is None for process in self.running):
            time.sleep(0.2)
        self.end()

    def stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def end(self) -> None:
        failed = [process for process in self.running if process.poll() not in (None, 0)]
        for process in self.running:
            if process.poll() is None:
                process.terminate()
        for process in self.running:
            try:
                process.wait(SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                process.kill()
        if failed and not self.stopping:
            raise SystemExit(f"Stopped: {' '.join(map(str, failed[0].args))} ended by itself.")
        self.say("Stopped.")
