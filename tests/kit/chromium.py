"""A page of the admin in a real Chromium, without a server: answers come from memory and disk.

The HTML is what Django's test client was given, so it belongs to the test's own transaction.
"""

from contextlib import contextmanager
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders

from tests.browser import chromium

ORIGIN = "http://testserver"


@contextmanager
def opened(client, *addresses):
    """The first address, shown in a browser; `addresses` are all that the client is asked for."""
    answers = {}
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        answers[urlsplit(address).path] = (answer.content, answer["Content-Type"])
    page = chromium().new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(15_000)
    page.route("**/*", lambda route: respond(route, answers))
    try:
        page.goto(ORIGIN + addresses[0])
        yield page
    finally:
        page.close()


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
