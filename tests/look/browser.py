"""A page of all general blocks, opened in a real Chromium without a server or a database."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from mimetypes import guess_type
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import engines
from django.utils.safestring import mark_safe
from playwright.sync_api import Page, Route, sync_playwright

from tests.look.factories import GENERAL, preview

ADDRESS = "http://look.test/"
CHROMIUM = next(filter(None, map(shutil.which, ["chromium", "google-chrome"])), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
SHELL = '{% extends "base.html" %}{% block main %}{{ sections }}{% endblock main %}'
FRAME = {
    "name": "Ban It",
    "tagline": "Faces are not barcodes.",
    "home_url": "/",
    "nav": [("Map", "/map/"), ("Scoreboard", "/scoreboard/")],
    "privacy_url": "/privacy/",
}
LOOKS = ("paper", "ink", "alarm")


def gallery(extra: str = "") -> str:
    """One opening, then every other general block in turn on paper, ink and alarm."""
    names = ["opening", *(name for name in GENERAL if name != "opening")]
    sections = [
        f'<section class="section section--{name} look-{LOOKS[number % 3]}">'
        f"{preview(name)}</section>"
        for number, name in enumerate(names)
    ]
    context = {"sections": mark_safe("".join(sections) + extra), "frame": FRAME}  # noqa: S308
    return engines["django"].from_string(SHELL).render(context)


@contextmanager
def opened(
    html: str, size: tuple[int, int] = (1280, 800), script: str = "", **options: object
) -> Iterator[Page]:
    """The page at http://look.test/; whatever it asks for comes from the static files.

    `script` runs before any of the page's own: what the browser of a phone has and this one lacks.
    """
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS)
        found = finders.find(path.removeprefix("static/")) if path.startswith("static/") else None
        if found:
            route.fulfill(body=Path(found).read_bytes(), content_type=guess_type(found)[0] or "")
        elif path.partition("#")[0] == "":
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        else:
            route.fulfill(status=404)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        viewport = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=viewport, **options)
        page = context.new_page()
        page.add_init_script(script)
        page.route("**/*", answer)
        page.goto(ADDRESS)
        yield page
        browser.close()
