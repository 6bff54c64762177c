"""One GET to the address in the settings. The key stands in no log and in no error."""

import http.client
import json
import ssl
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import SplitResult, urlencode, urlsplit

from scoreboard.congress_gov.problems import CongressProblem

SECONDS = 15.0
MAX_BYTES = 8 * 1024 * 1024
CHUNK = 64 * 1024

WORDS = {
    401: "Congress.gov refuses the key (401): check CONGRESS_API_KEY.",
    403: "Congress.gov refuses the key (403): check CONGRESS_API_KEY.",
    404: "Congress.gov does not know this bill (404).",
    429: "Congress.gov was asked too often with this key (429): try again in an hour.",
}


def get_json(base: str, path: str, query: Mapping[str, str]) -> dict[str, Any]:
    """The JSON object behind `base` + `path`; redirects are not followed."""
    parts = urlsplit(base)
    try:
        status, headers, body = _get(parts, f"{parts.path.rstrip('/')}{path}?{urlencode(query)}")
    except TimeoutError:
        raise CongressProblem(
            f"Congress.gov did not answer within {SECONDS:.0f} seconds.", passing=True
        ) from None
    except (OSError, http.client.HTTPException) as error:
        raise CongressProblem(
            f"Congress.gov cannot be reached ({type(error).__name__}).", passing=True
        ) from None
    if status != 200:
        raise _refused(status, headers.get("Retry-After", ""))
    return _read(body)


def _get(parts: SplitResult, path: str) -> tuple[int, http.client.HTTPMessage, bytes]:
    deadline = time.monotonic() + SECONDS
    connection = _connect(parts)
    try:
        connection.request("GET", path, headers={"Accept": "application/json"})
        response = connection.getresponse()
        pieces, size = [], 0
        while size <= MAX_BYTES and (piece := response.read1(CHUNK)):
            pieces.append(piece)
            size += len(piece)
            if time.monotonic() > deadline:
                raise TimeoutError
        return response.status, response.headers, b"".join(pieces)
    finally:
        connection.close()


def _connect(parts: SplitResult) -> http.client.HTTPConnection:
    host, port = str(parts.hostname), parts.port
    if parts.scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, port, timeout=SECONDS, context=context)
    return http.client.HTTPConnection(host, port, timeout=SECONDS)


def _refused(status: int, retry_after: str) -> CongressProblem:
    if 300 <= status < 400:
        return CongressProblem(f"Congress.gov answered with a redirect ({status}); it is refused.")
    wait = float(retry_after) if retry_after.isascii() and retry_after.isdigit() else None
    words = WORDS.get(status, f"Congress.gov answered with status {status}.")
    return CongressProblem(words, passing=status == 429 or status >= 500, wait=wait)


def _read(body: bytes) -> dict[str, Any]:
    if len(body) > MAX_BYTES:
        raise CongressProblem("Congress.gov answered with more than 8 MB.")
    try:
        answer = json.loads(body)
    except (RecursionError, ValueError):
        raise CongressProblem("Congress.gov answered with something that is not JSON.") from None
    if not isinstance(answer, dict):
        raise CongressProblem("Congress.gov answered with JSON that is not an object.")
    return answer
