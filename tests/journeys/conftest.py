"""Journeys run against the real thing: `manage.py start` with its demo, in a real Chromium."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.kit.chromium import FLAGS, executable

ROOT = Path(__file__).resolve().parents[2]
expect.set_options(timeout=15_000)  # as patient as the clicks: a busy machine is no fault
PASSWORD = "journey-pass-word"
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 3,
    "has_touch": True,
    "is_mobile": True,
}


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address, process, seconds=120):
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        assert process.poll() is None, "the site ended while starting"
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:  # noqa: S310  loopback
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.3)
    raise AssertionError(f"{address} did not answer")


def wait_for_index(database, seconds=120):
    """The demo's records are made findable by the task queue, after the first page is there."""
    left = "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status <> 'SUCCESSFUL'"
    ends = time.monotonic() + seconds
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10)) as connection:
        while connection.execute(left).fetchone()[0]:
            assert time.monotonic() < ends, "the task queue did not end its work"
            time.sleep(0.3)


def running(url, folder):
    """A site, by its address and the folder that holds its database and its mail."""
    return SimpleNamespace(
        url=url, mail=folder / "mail", database=folder / "db.sqlite3", password=PASSWORD
    )


@contextmanager
def started(folder):
    """The same command as `make run`, on a port and in a folder of its own."""
    url = f"http://127.0.0.1:{free_port()}"
    environment = {name: value for name, value in os.environ.items() if name[-4:] != "_URL"}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "VAR_DIR": str(folder),
        "DEMO_PASSWORD": PASSWORD,
        "BASE_URL": url,
    }
    command = [sys.executable, "manage.py", "start", "--port", url.rpartition(":")[2]]
    with (folder / "start.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            wait_for(url, process)
            wait_for_index(folder / "db.sqlite3")
            yield running(url, folder)
        finally:
            process.terminate()
            process.wait(30)


@pytest.fixture(scope="package")
def site(tmp_path_factory):
    """The demo; JOURNEYS_URL and JOURNEYS_VAR name one that runs with the password above."""
    if url := os.environ.get("JOURNEYS_URL"):
        yield running(url, Path(os.environ["JOURNEYS_VAR"]))
        return
    with started(tmp_path_factory.mktemp("site")) as fresh:
        yield fresh


@pytest.fixture(scope="package")
def chromium():
    """Closed with the last journey: tests that run an event loop come after it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, site):
    """Opens browser windows of any shape, and closes them."""
    opened = []

    def open_one(**options):
        options.setdefault("base_url", site.url)
        context = chromium.new_context(**options)
        context.set_default_timeout(15_000)
        opened.append(context)
        return context.new_page()

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def phone(request, open_page):
    """A visitor's phone, once with JavaScript and once without."""
    return open_page(java_script_enabled=request.param, **PHONE)


@pytest.fixture
def desktop(open_page):
    return open_page(viewport={"width": 1280, "height": 900})


@pytest.fixture(scope="package")
def cookies(chromium, site):
    """The cookies of somebody who signed in, once in a run for each name."""
    kept = {}

    def of(name):
        if name not in kept:
            context = chromium.new_context(base_url=site.url)
            page = context.new_page()
            page.goto("/admin/login/")
            page.get_by_label("Username").fill(name)
            page.get_by_role("textbox", name="Password").fill(site.password)
            page.get_by_role("button", name="Sign in").click()
            page.wait_for_url("**/admin/")
            kept[name] = context.storage_state()
            context.close()
        return kept[name]

    return of


@pytest.fixture
def sign_in(open_page, cookies):
    return lambda name: open_page(
        viewport={"width": 1400, "height": 1000}, storage_state=cookies(name)
    )


@pytest.fixture
def editor(sign_in):
    """Writes, and hands in what is written."""
    return sign_in("editor")


@pytest.fixture
def moderator(sign_in):
    """Publishes, and sees who signed."""
    return sign_in("moderator")
