"""A campaign against surveillance does not surveil: no cookie, no request to anybody else."""

import pytest

from tests.journeys.addresses import EMBEDS, PAGES

SCROLL = "window.scrollTo({top: document.body.scrollHeight, behavior: 'instant'})"


@pytest.mark.parametrize("address", [*PAGES, *EMBEDS])
def test_public_page__asks_nobody_else_and_keeps_nothing(address, open_page, site):
    page = open_page(viewport={"width": 1280, "height": 900})
    asked, broken = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: broken.append(message.text) if blocked(message) else None)
    response = page.goto(address)
    page.evaluate(SCROLL)
    page.wait_for_load_state("networkidle")
    foreign = [url for url in asked if not url.startswith(("data:", site.url + "/"))]
    assert foreign == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert "set-cookie" not in response.headers
    assert broken == []


def blocked(message):
    return message.type == "error" and "Content Security Policy" in message.text


def test_page_twice__is_public_and_cacheable(desktop):
    for _ in range(2):
        headers = desktop.goto("/").headers
        assert headers["cache-control"].startswith("public")
        assert "set-cookie" not in headers
        assert "vary" not in headers or "cookie" not in headers["vary"].lower()
