"""One request over HTTPS, and what its answer says about the letter."""

import http.client
import json
import re
import ssl
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import SplitResult, quote, urlsplit
from xml.etree import ElementTree

from campaign_blocks.petition.letters.channels.base import InDoubt, Refused, Unreachable
from campaign_blocks.petition.memory import Memory

SECONDS = 10.0
LARGEST_ANSWER = 256 * 1024
OFFICES_LAST = 3600.0
TRY_LATER = (408, 425, 429, 503)
OK = range(200, 300)
UNREADABLE = (ValueError, TypeError, KeyError)
ADDRESS = re.compile(r"\S+@\S+")


def deliver(url: str, key: str, xml: bytes) -> None:
    """Before the first byte has left, nothing has arrived; after it, only an answer tells."""
    connection = connect(urlsplit(url))
    try:
        ask(connection, "POST", urlsplit(url), key, xml)
        response = connection.getresponse()
        status, body = response.status, read(response)
    except (OSError, http.client.HTTPException) as error:
        raise InDoubt(type(error).__name__) from error
    finally:
        connection.close()
    if status in OK:
        return
    if status in TRY_LATER:
        raise Refused(f"HTTP {status}", for_good=False)
    if 400 <= status < 500:
        raise Refused(f"HTTP {status}: {reasons(body)}", for_good=True)
    raise InDoubt(f"HTTP {status}")


def fetch_offices(place: tuple[str, str]) -> Mapping[str, str]:
    """Code by what an office is called; one list for each house."""
    url, key = place
    connection = connect(urlsplit(url))
    try:
        ask(connection, "GET", urlsplit(url), key, None)
        response = connection.getresponse()
        if response.status not in OK:
            raise Unreachable(f"list of offices: HTTP {response.status}")
        return names(json.loads(read(response)))
    except (OSError, http.client.HTTPException, *UNREADABLE) as error:
        raise Unreachable(f"list of offices: {type(error).__name__}") from error
    finally:
        connection.close()


kept_offices: Memory[tuple[str, str], Mapping[str, str]] = Memory(fetch_offices, OFFICES_LAST)


def active_offices(url: str, key: str) -> Mapping[str, str]:
    return kept_offices((url, key))


def names(found: Any) -> dict[str, str]:
    """The House lists codes; the Senate code, name and state. Anything else is no list."""
    if not isinstance(found, list):
        raise ValueError("not a list")
    codes: dict[str, str] = {}
    for entry in found:
        if isinstance(entry, str):
            codes[entry.casefold()] = entry
        else:
            code = str(entry["office_code"])
            codes[code.casefold()] = code
            codes[f"S{entry['state_code']} {entry['name']}".casefold()] = code
    return codes


def connect(url: SplitResult) -> http.client.HTTPConnection:
    """Connected, or Unreachable. http is for a service on this machine and for tests."""
    host, port = str(url.hostname), url.port
    connection: http.client.HTTPConnection
    if url.scheme == "https":
        context = ssl.create_default_context()
        connection = http.client.HTTPSConnection(host, port, timeout=SECONDS, context=context)
    elif host in ("127.0.0.1", "localhost", "::1"):
        connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
    else:
        raise Unreachable("only https takes letters")
    try:
        connection.connect()
    except OSError as error:
        raise Unreachable(type(error).__name__) from error
    return connection


def ask(
    connection: http.client.HTTPConnection,
    method: str,
    url: SplitResult,
    key: str,
    body: bytes | None,
) -> None:
    """Redirects are not followed: the key goes to nobody else."""
    path = f"{url.path}?apikey={quote(key, safe='')}"
    headers = {"Content-Type": "application/xml", "Accept": "application/xml, application/json"}
    connection.request(method, path, body=body, headers=headers)


def read(response: http.client.HTTPResponse) -> bytes:
    """At most LARGEST_ANSWER bytes, in at most SECONDS, however slowly they drip."""
    until = time.monotonic() + SECONDS
    parts, size = [], 0
    while size <= LARGEST_ANSWER and (part := response.read1(16 * 1024)):
        parts.append(part)
        size += len(part)
        if time.monotonic() > until:
            raise TimeoutError
    return b"".join(parts)[:LARGEST_ANSWER]


def reasons(body: bytes) -> str:
    """The service's own words, shortened, without a mail address that it may quote."""
    if b"<!" in body:
        return "unreadable answer"
    try:
        root = ElementTree.fromstring(body)  # noqa: S314  no declaration of entities gets here
    except ElementTree.ParseError:
        return "unreadable answer"
    words = [" ".join((error.text or "").split()) for error in root.iter("Error")]
    return ADDRESS.sub("…", "; ".join(words))[:250] or "no reason given"
