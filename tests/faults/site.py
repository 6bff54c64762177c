"""The site as it runs in production, on loopback: gunicorn with two processes, and the worker."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from deploy.services import places

SEED = """
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.form_token import FormToken
facts = {"title": "Fault", "slug": "fault", "show_from": 0, "confirm_by_mail": False}
print(FormToken(petition_id=Petition.objects.create(**facts).pk).sign())
"""


class RunningSite:
    def __init__(self, folder: Path, database: str, **environment: str) -> None:
        self.folder, self.database = folder, database
        self.port = places.free_port(8500)
        self.base = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
            "DATABASE_URL": database,
            "VAR_DIR": str(folder),
            "BASE_URL": self.base,
            "BIND": f"127.0.0.1:{self.port}",
            "PYTHONUNBUFFERED": "1",
            **environment,
        }
        self.manage("createcachetable", "--verbosity=0")
        self.manage("collectstatic", "--noinput", "--verbosity=0")
        self.token = self.manage("shell", "--verbosity=0", "-c", SEED).split()[-1]
        gunicorn = ["-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "cms.wsgi:application"]
        self.web = self.start("web", *gunicorn)
        self.worker = self.start("worker", "manage.py", "work")
        self.wait()

    def manage(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=places.ROOT,
            env={**self.environment, "DATABASE_ROLE": "worker"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    def start(self, name: str, *command: str) -> "subprocess.Popen[bytes]":
        with (self.folder / f"{name}.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, *command],
                cwd=places.ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def wait(self) -> None:
        begun = time.monotonic()
        while time.monotonic() < begun + 60:
            try:
                urlopen(f"{self.base}/healthz", timeout=5).close()  # noqa: S310  our own address
            except (URLError, OSError):
                time.sleep(0.1)
            else:
                return
        raise AssertionError((self.folder / "web.log").read_text()[-2000:])

    def web_workers(self) -> list[int]:
        children = Path(f"/proc/{self.web.pid}/task/{self.web.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def end(self) -> None:
        for process in (self.web, self.worker):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in (self.web, self.worker):
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
