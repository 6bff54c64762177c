"""A page of the admin in a real Chromium, without a server: answers come from memory and disk.

The HTML is what Django's test client was given, so it belongs to the test's own transaction.
"""

import os
import shutil
from contextlib import contextmanager
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import sync_playwright

ORIGIN = "http://testserver"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def executable():
    names = (os.environ.get("CHROMIUM"), "chromium", "google-chrome", "chromium-browser")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    return found or pytest.skip("no Chromium on this machine")


@contextmanager
def opened(client, *addresses):
    """The first address, shown in a browser; `addresses` are all that the client is asked for."""
    answers = {}
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        answers[urlsplit(address).path] = (answer.content, answer["Content-Type"])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(15_000)
        page.route("**/*", lambda route: respond(route, answers))
        page.goto(ORIGIN + addresses[0])
        yield page
        browser.close()


def respond(route, answers):
    path = urlsplit(route.request.url).path
    if path in answers:
        body, kind = answers[path]
        return route.fulfill(body=body, content_type=kind)
    found = finders.find(path.removeprefix("/static/")) if path.startswith("/static/") else None
    if found:
        kind = guess_type(path)[0] or "application/octet-stream"
        return route.fulfill(body=Path(found).read_bytes(), content_type=kind)
    return route.abort()
