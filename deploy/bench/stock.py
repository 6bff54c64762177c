"""A signature beside a post to the form page of stock Wagtail: CPU of both, round after round.

    python -m deploy.bench.stock [--rounds 3] [--database postgres://...]

`wagtail start` makes the other site. It asks the same five things and keeps one row, where a
signature keeps four, and runs as gunicorn does by itself: two processes, no threads. The budgets
come from a machine where its post took 9.3 ms and a signature may take 1.5 (docs/operations.md), so
the share of the two says how a machine of any speed holds them.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

from deploy.bench import cpu, requests, signing
from deploy.bench.database import database, execute
from deploy.bench.load import Request, drive
from deploy.demo_site import site
from deploy.services import places

OURS, STOCK = "campaign_signing", "campaign_stock"
MINE = Path(__file__).with_name("stock_site")
SECONDS = 8.0
ALLOWED = 1.5 / 9.3
TOKEN = "a" * 32  # a cookie of our own making is as good as one from the page
PAGE = """
from home.models import HomePage
from stock_site.models import SignField, SignPage
page = HomePage.objects.get().add_child(instance=SignPage(title="Sign", slug="sign"))
kinds = {"name": "singleline", "email": "email", "postal_code": "singleline",
    "country": "singleline", "opt_in": "checkbox"}
for number, (label, kind) in enumerate(kinds.items()):
    SignField.objects.create(page=page, sort_order=number, label=label, field_type=kind)
page.save_revision().publish()
"""


@dataclass(frozen=True)
class Loaded:
    title: str
    base: str
    request: Request
    wanted: int
    pid: int

    def milliseconds(self, seconds: float = SECONDS) -> float:
        """CPU of one answer, web server and database together; prints the round."""
        before = self.spent()
        result = drive(
            self.base,
            self.request,
            wanted=self.wanted,
            numbers=NUMBERS,
            seconds=seconds,
            most=10**7,
        )
        each = (self.spent() - before) * 1000 / max(len(result.times), 1)
        if result.errors:
            raise SystemExit(f"{self.title}: {result.errors} requests failed.")
        print(f"{self.title}: {result.rate:.0f}/s, {each:.2f} ms of CPU", flush=True)
        return each

    def spent(self) -> float:
        server, behind = signing.database_spent()
        return cpu.seconds(self.pid) + server - behind


NUMBERS = count()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m deploy.bench.stock")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--database", default=os.environ.get("DATABASE_URL", ""))
    chosen = parser.parse_args()
    os.environ.update(signing.RAISED)
    os.environ.pop("BASE_URL", None)
    os.environ["DATABASE_URL"] = chosen.database
    with database(OURS, keep=False), site() as running, stock(chosen.database) as other:
        web = cpu.children(running.pid)[0]
        sign = requests.sign(running, networks=True)
        ours = Loaded("a signature", running.base, sign, 303, web)
        for one in (ours, other):
            one.milliseconds(2.0)
        pairs = [(ours.milliseconds(), other.milliseconds()) for _ in range(chosen.rounds)]
    share = statistics.median(mine / theirs for mine, theirs in pairs)
    print(f"a signature takes {share:.3f} of stock Wagtail's post; {ALLOWED:.3f} are allowed")
    return 0


@contextmanager
def stock(address: str) -> Iterator[Loaded]:
    """The site that `wagtail start` makes, with a form page, until the block ends."""
    execute(address, f"CREATE DATABASE {STOCK}")
    base = f"http://{places.LOOPBACK}:{places.free_port(8600)}"
    environment = {
        **os.environ,
        "DATABASE_URL": urlsplit(address)._replace(path=f"/{STOCK}").geturl(),
        "DJANGO_SETTINGS_MODULE": "stock_site.settings",
    }
    try:
        with tempfile.TemporaryDirectory(prefix="campaign-stock-") as folder:
            build(Path(folder), environment)
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "gunicorn", "--workers", "2", "--log-level", "warning"),
                    *("--bind", urlsplit(base).netloc, "--no-control-socket", "stock.wsgi"),
                ],
                cwd=folder,
                env=environment,
            )
            try:
                wait(f"{base}/sign/")
                yield Loaded("stock Wagtail", base, post(base), 200, process.pid)
            finally:
                process.terminate()
                process.wait(20)
    finally:
        execute(address, f"DROP DATABASE {STOCK} WITH (FORCE)")


def build(folder: Path, environment: dict[str, str]) -> None:
    shutil.copytree(MINE, folder / MINE.name)
    for words in (
        ["-m", "wagtail.bin.wagtail", "start", "stock", "."],
        ["manage.py", "makemigrations", "-v0", MINE.name],
        ["manage.py", "migrate", "-v0"],
        ["manage.py", "shell", "-v0", "-c", PAGE],
    ):
        subprocess.run([sys.executable, *words], cwd=folder, env=environment, check=True)


def wait(address: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            urlopen(address, timeout=5).close()  # noqa: S310  our own address
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The stock site did not start.")


def post(base: str) -> Request:
    def request(number: int) -> bytes:
        person = {"name": f"Bench Person {number}", "email": f"bench-{number}@example.org"}
        answers = {"postal_code": "94110", "country": "US", "opt_in": "on"}
        body = urlencode({**person, **answers, "csrfmiddlewaretoken": TOKEN})
        lines = [
            "POST /sign/ HTTP/1.1",
            f"Host: {urlsplit(base).netloc}",
            f"Cookie: csrftoken={TOKEN}",
            "Content-Type: application/x-www-form-urlencoded",
            f"Content-Length: {len(body)}",
        ]
        return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()

    return request


if __name__ == "__main__":
    raise SystemExit(main())
