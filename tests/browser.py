"""One real Chromium for each process of the test run: Playwright's loop can't be started twice."""

import os
import shutil
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "google-chrome", "chromium-browser")
started: list[Browser] = []
at_the_end = ExitStack()


def chromium() -> Browser:
    """The browser of this process; tests open contexts of their own and close them."""
    if not started:
        found = next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM", ""), *NAMES))), "")
        if not found:
            pytest.skip("no Chromium on this machine")
        playwright = at_the_end.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        at_the_end.callback(browser.close)
        started.append(browser)
    return started[0]


def close() -> None:
    at_the_end.close()
