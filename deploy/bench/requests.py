"""What the load consists of."""

import ipaddress
import re
import secrets
import time
from html import unescape
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

from deploy.bench.load import Request
from deploy.demo_site import Site

FIRST_NETWORK = 0x14000000  # 20.0.0.0: counted up, nobody is asked there
THOUGHT_SECONDS = 4  # a form that comes back sooner looks like a machine's


def get(site: Site, path: str) -> Request:
    host = urlsplit(site.base).netloc
    sent = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: identity\r\n\r\n".encode()
    return lambda number: sent


def sign(site: Site, *, networks: bool = False) -> Request:
    """A new person each time, with the token of the page as a visitor's browser has it.

    `networks`: as behind a proxy, everybody from a network of their own.
    """
    token = form_token(site)
    mark = secrets.token_hex(4)
    time.sleep(THOUGHT_SECONDS)

    def request(number: int) -> bytes:
        person = {"name": f"Bench Person {number}", "email": f"bench-{mark}-{number}@example.org"}
        answers = {"postal_code": "94110", "country": "US", "opt_in": "yes", "website": ""}
        body = urlencode({**person, **answers, "form_token": token})
        lines = [
            f"POST /petitions/{site.petition}/sign/ HTTP/1.1",
            f"Host: {urlsplit(site.base).netloc}",
            f"Origin: {site.base}",
            "Sec-Fetch-Site: same-origin",
            "Content-Type: application/x-www-form-urlencoded",
            f"Content-Length: {len(body)}",
        ]
        if networks:
            lines.append(f"X-Forwarded-For: {ipaddress.IPv4Address(FIRST_NETWORK + number)}")
        return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()

    return request


def form_token(site: Site) -> str:
    with urlopen(f"{site.base}/petitions/{site.petition}/", timeout=30) as answer:  # noqa: S310  our own address
        page = answer.read().decode()
    field = re.search(r"<input[^>]*name=\"form_token\"[^>]*>", page)
    value = re.search(r'value="([^"]*)"', field[0]) if field else None
    if value is None:
        raise SystemExit("The petition's page holds no form token.")
    return unescape(value[1])
