"""The demo on a port of its own, in a temporary folder: what bench and budget measure."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from deploy.services import places

FIRST_PORT = 8400
PATIENCE = 180


@dataclass(frozen=True)
class Site:
    base: str
    partner: str
    petition: str
    pid: int | None = None
    environment: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def site() -> Iterator[Site]:
    """The site at BASE_URL, or a demo that ends with the block."""
    given = os.environ.get("BASE_URL", "").rstrip("/")
    if given:
        yield described(given, os.environ.get("PARTNER_PATH", ""))
        return
    with tempfile.TemporaryDirectory(prefix="campaign-demo-") as folder:
        words = Path(folder) / "start.log"
        base = f"http://{places.LOOPBACK}:{places.free_port(FIRST_PORT)}"
        environment = {
            "PORT": base.rpartition(":")[2],
            "VAR_DIR": f"{folder}/var",
            "BASE_URL": base,
            "PYTHONUNBUFFERED": "1",
        }
        process = start(words, environment)
        try:
            wait(base, process, words)
            found = described(base, partner_of(words.read_text()))
            yield replace(found, pid=process.pid, environment=environment)
        finally:
            end(process)


def start(words: Path, environment: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    with words.open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "manage.py", "start"],
            cwd=places.ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def wait(base: str, process: "subprocess.Popen[bytes]", words: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urlopen(base + "/", timeout=5).close()  # noqa: S310  our own address
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The demo did not start:\n" + words.read_text()[-2000:])


def end(process: "subprocess.Popen[bytes]") -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()


def partner_of(words: str) -> str:
    found = re.search(r"/with/[\w-]+/", words)
    return found[0] if found else ""


def described(base: str, partner: str) -> Site:
    with urlopen(base + "/", timeout=30) as answer:  # noqa: S310  our own address
        page = answer.read().decode()
    found = re.search(r'action="/petitions/([\w-]+)/sign/"', page)
    return Site(base, partner, found[1] if found else "")
