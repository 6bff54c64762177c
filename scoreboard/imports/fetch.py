"""Fetching a file from an https address without being led into a private network."""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from scoreboard.imports.problems import ImportProblem

MAX_BYTES = 10 * 1024 * 1024
MAX_REDIRECTS = 3
MAX_SECONDS = 10.0
CHUNK = 64 * 1024
REDIRECTS = {301, 302, 303, 307, 308}

Resolve = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    location: str
    body: bytes


Open = Callable[[SplitResult, str, float], Answer]


def resolve(host: str) -> list[str]:
    found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def open_pinned(url: SplitResult, address: str, seconds: float) -> Answer:
    """One GET to the address that was checked; the name counts only for TLS and Host."""
    deadline = time.monotonic() + seconds
    raw = socket.create_connection((address, 443), timeout=seconds)
    context = ssl.create_default_context()
    connection = http.client.HTTPSConnection(str(url.hostname), timeout=seconds)
    try:
        connection.sock = context.wrap_socket(raw, server_hostname=url.hostname)
        path = (url.path or "/") + (f"?{url.query}" if url.query else "")
        connection.request("GET", path, headers={"Accept-Encoding": "identity"})
        response = connection.getresponse()
        body = _read(response, deadline)
        return Answer(response.status, response.getheader("Location") or "", body)
    finally:
        connection.close()
        raw.close()


def _read(response: http.client.HTTPResponse, deadline: float) -> bytes:
    """At most MAX_BYTES + 1, so that the caller sees that there is more."""
    parts, size = [], 0
    while size <= MAX_BYTES and (part := response.read1(CHUNK)):
        parts.append(part)
        size += len(part)
        if time.monotonic() > deadline:
            raise TimeoutError
    return b"".join(parts)[: MAX_BYTES + 1]


def fetch(url: str, *, resolve: Resolve = resolve, open_pinned: Open = open_pinned) -> bytes:
    """The body behind an https address; every redirect is checked like the first address."""
    deadline = time.monotonic() + MAX_SECONDS
    place = url
    for _ in range(MAX_REDIRECTS + 1):
        parts = _checked(place, url)
        address = _public_address(parts, url, resolve)
        seconds = deadline - time.monotonic()
        try:
            if seconds <= 0:
                raise TimeoutError
            answer = open_pinned(parts, address, seconds)
        except (OSError, http.client.HTTPException) as error:
            raise ImportProblem(f"cannot be fetched: {_reason(error)}", source=url) from error
        if answer.status not in REDIRECTS:
            return _body(answer, url)
        place = urljoin(place, answer.location)
    raise ImportProblem(f"leads through more than {MAX_REDIRECTS} redirects", source=url)


def _checked(place: str, url: str) -> SplitResult:
    try:
        parts = urlsplit(place)
        port = parts.port
    except ValueError:
        raise ImportProblem("is not a web address", source=url) from None
    if parts.scheme != "https":
        raise ImportProblem("only https addresses are fetched", source=url)
    if not parts.hostname or parts.username or parts.password or port not in {None, 443}:
        raise ImportProblem("an address must have no port, user name or password", source=url)
    return parts


def _public_address(parts: SplitResult, url: str, resolve: Resolve) -> str:
    """The address to connect to; if any answer is private, the name is not trusted at all."""
    try:
        addresses = [ipaddress.ip_address(found) for found in resolve(str(parts.hostname))]
    except (OSError, ValueError, UnicodeError) as error:
        raise ImportProblem("its host cannot be found", source=url) from error
    if not addresses or not all(_is_public(address) for address in addresses):
        raise ImportProblem("its host is not on the public internet", source=url)
    return str(addresses[0])


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    if inner is not None and not inner.is_global:
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _body(answer: Answer, url: str) -> bytes:
    if answer.status != 200:
        raise ImportProblem(f"answered with status {answer.status}", source=url)
    if len(answer.body) > MAX_BYTES:
        raise ImportProblem("is larger than 10 MB", source=url)
    return answer.body


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return f"no answer within {MAX_SECONDS:.0f} seconds"
    return str(error) or type(error).__name__
