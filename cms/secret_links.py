"""Addresses that hold the secret of a mailed link. By the house's rule its parameter is called
`token`; whoever reads one confirms, writes or removes in somebody's name, so no log may hold it."""

import re
from collections.abc import Iterator
from functools import cache

from django.urls import URLPattern, URLResolver, get_resolver

SECRET = re.compile(r"[<:]token>")
HIDDEN = "-/"


@cache
def secret_beginnings() -> tuple[str, ...]:
    """What stands before the secret, such as "/confirm/"; each once, sorted."""
    routes = [route for route in routes_of(get_resolver()) if SECRET.search(route)]
    return tuple(sorted({re.split(r"[<(]", route)[0] for route in routes}))


def routes_of(resolver: URLResolver, above: str = "/") -> Iterator[str]:
    """As the URL configuration writes them, from the root on."""
    for pattern in resolver.url_patterns:
        route = above + str(pattern.pattern).lstrip("^/")
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from routes_of(pattern, route)


def without_secret(path: str) -> str:
    """The path as a log may name it; also of an address that a mail program has spoiled."""
    for beginning in secret_beginnings():
        found = re.match(
            rf"/*{re.escape(beginning.lstrip('/'))}(?=.)", path, re.DOTALL | re.IGNORECASE
        )
        if found:
            return beginning + HIDDEN
    return path
