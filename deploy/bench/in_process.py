"""One page without any server: queries and CPU, body cached and not. Prints JSON.

python -m deploy.bench.in_process / , with VAR_DIR and DJANGO_SETTINGS_MODULE of the demo.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO
from typing import Any

import django
from django.core.cache import caches
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext

ROUNDS = 30
ALL = ("default", "bodies", "renditions")


def measure(path: str) -> dict[str, float]:
    application = get_wsgi_application()

    def visit() -> None:
        answer = application(environ(path), start_response)
        b"".join(answer)
        getattr(answer, "close", lambda: None)()

    visit()
    return {
        "warm_queries": queries(visit),
        "warm_ms": milliseconds(visit),
        "cold_queries": queries(visit, forget("bodies")),
        "cold_ms": milliseconds(visit, forget("bodies")),
        "empty_queries": queries(visit, forget(*ALL)),
        "empty_ms": milliseconds(visit, forget(*ALL)),
    }


def environ(path: str) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "HTTP_HOST": "127.0.0.1:8000",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http",
    }


def start_response(
    status: str, headers: list[tuple[str, str]], *rest: Any
) -> Callable[[bytes], object]:
    if not status.startswith("200"):
        raise SystemExit(f"The page answers {status}.")
    return len  # the old way of writing, which Django never uses


def forget(*names: str) -> Callable[[], None]:
    def clear() -> None:
        for name in names:
            caches[name].clear()

    return clear


def queries(visit: Callable[[], None], before: Callable[[], None] = lambda: None) -> int:
    before()
    with CaptureQueriesContext(connection) as captured:
        visit()
    return len(captured)


def milliseconds(visit: Callable[[], None], before: Callable[[], None] = lambda: None) -> float:
    """The median CPU of this process: user and system, waiting not counted."""
    spent = []
    for _ in range(ROUNDS):
        before()
        begun = time.process_time()
        visit()
        spent.append(time.process_time() - begun)
    return statistics.median(spent) * 1000


if __name__ == "__main__":
    django.setup()
    print(json.dumps(measure(sys.argv[1])))
