import http.client
import os
import ssl
import subprocess
import time

import pytest

from deploy.services import places, processes
from tests.ops.fake_app import FakeApp

NGINX = places.ROOT / "deploy" / "nginx"


@pytest.fixture(autouse=True)
def empty_caches():
    """These tests never meet Django's caches."""


@pytest.fixture
def app():
    fake = FakeApp()
    yield fake
    fake.close()


@pytest.fixture
def certificate(tmp_path):
    folder = tmp_path / "tls"
    folder.mkdir()
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=campaign.example", "-keyout", folder / "privkey.pem"),
            *("-out", folder / "fullchain.pem"),
        ],
        check=True,
        capture_output=True,
    )


@pytest.fixture
def proxy(require_service, app, certificate, tmp_path):
    """The shipped configuration; only addresses and folders are those of the test."""
    port = places.free_port(44300)
    text = (NGINX / "nginx.conf").read_text()
    for shipped, own in {
        "443 ssl": f"127.0.0.1:{port} ssl",
        f"listen [::]:127.0.0.1:{port}": f"# listen [::]:{port}",
        "listen [::]:80": "# listen [::]:80",
        "listen 80": f"listen 127.0.0.1:{places.free_port(port + 1)}",
        "/var/cache/nginx": str(tmp_path / "cache"),
        "/srv/campaign/var/media": str(tmp_path / "media"),
        "/tmp/nginx.pid": str(tmp_path / "nginx.pid"),
        "include mime.types": "include /etc/nginx/mime.types",
        "/dev/stdout": str(tmp_path / "access.log"),
        "/dev/stderr": str(tmp_path / "error.log"),
    }.items():
        text = text.replace(shipped, own)
    (tmp_path / "nginx.conf").write_text(text)
    (tmp_path / "proxy.conf").write_text((NGINX / "proxy.conf").read_text())
    upstream = (NGINX / "upstream.conf").read_text().replace("app:8000", f"127.0.0.1:{app.port}")
    (tmp_path / "upstream.conf").write_text(upstream)
    (tmp_path / "cache").mkdir()
    (tmp_path / "media" / "documents").mkdir(parents=True)
    user = " user root;" if os.getuid() == 0 else ""  # the test's folders are closed to others
    directives = f"daemon off;{user}"
    command = [require_service("nginx"), "-c", tmp_path / "nginx.conf", "-g", directives]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        wait_for(port, process)
        yield Proxy(port, tmp_path)
        process.terminate()


def wait_for(port, process):
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and process.poll() is None:
        try:
            Proxy(port, None).get("/wait/")
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"nginx did not start: {process.stderr.read().decode()}")


class Proxy:
    def __init__(self, port, folder):
        self.port, self.folder = port, folder

    def get(self, path, method="GET", **headers):
        """The answer and its body; header names are written with underscores."""
        context = ssl._create_unverified_context()  # noqa: S323  the test's own certificate
        line = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=5, context=context)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        line.request(method, path, headers={"Host": "campaign.example", **named})
        answer = line.getresponse()
        answer.text = answer.read()
        line.close()
        return answer

    def log_with(self, word):
        """The access log, once it holds this word: nginx writes a line after the answer."""
        for _ in range(100):
            log = (self.folder / "access.log").read_text()
            if word in log:
                return log
            time.sleep(0.02)
        pytest.fail(f"the log never held {word}: {log}")


@pytest.fixture
def stranger(tmp_path):
    """A process that the services did not start."""
    with subprocess.Popen(["sleep", "60"]) as process:
        yield process
        process.terminate()


@pytest.fixture
def own_state(monkeypatch, tmp_path):
    monkeypatch.setattr(places, "state_dir", lambda: tmp_path)
    yield tmp_path
    for file in list(tmp_path.glob("*.pid")):
        processes.stop(file.stem)
