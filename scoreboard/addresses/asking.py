"""One question to another server. What was asked stands in no log and in no error."""

import http.client
import json
import ssl
from typing import Any
from urllib.parse import urlencode, urlsplit

SECONDS = 6.0
MAX_BYTES = 1024 * 1024


class NoAnswer(Exception):
    """The other server is away, slow or not making sense. Says nothing of the question."""


def ask(
    base: str, path: str, query: dict[str, str], headers: dict[str, str] | None = None
) -> dict[str, Any]:
    """The JSON object behind `base` + `path`. Follows no redirect; raises NoAnswer."""
    try:
        answer = _get(base, f"{path}?{urlencode(query)}", headers or {})
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NoAnswer(type(error).__name__) from None
    if not isinstance(answer, dict):
        raise NoAnswer("not an object")
    return answer


def _get(base: str, rest: str, headers: dict[str, str]) -> Any:
    parts = urlsplit(base)
    connection = _connect(parts.scheme, parts.hostname or "", parts.port)
    try:
        connection.request("GET", parts.path.rstrip("/") + rest, headers=headers)
        response = connection.getresponse()
        body = response.read(MAX_BYTES + 1)
    finally:
        connection.close()
    if response.status != 200:
        raise NoAnswer(f"status {response.status}")
    if len(body) > MAX_BYTES:
        raise NoAnswer("too long")
    return json.loads(body)


def _connect(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    if scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, port, timeout=SECONDS, context=context)
    return http.client.HTTPConnection(host, port, timeout=SECONDS)
