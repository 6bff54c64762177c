"""Congress.gov on loopback: answers in the documented shape, and every way to fail."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


def cosponsor(identifier, since="2020-07-01", withdrawn="", original=False):
    entry = {
        "bioguideId": identifier,
        "fullName": f"Sen. {identifier}",
        "isOriginalCosponsor": original,
        "sponsorshipDate": since,
    }
    return {**entry, "sponsorshipWithdrawnDate": withdrawn} if withdrawn else entry


class FakeCongress:
    """`plan` holds answers to give before the right ones: a status, bytes, or a callable."""

    def __init__(self, sponsor="S000001", cosponsors=(), congress=116, kind="S", number="4084"):
        self.sponsor, self.cosponsors = sponsor, list(cosponsors)
        self.congress, self.kind, self.number = congress, kind, number
        self.page, self.plan, self.asked = 250, [], []
        self.action = {"actionDate": "2020-06-25", "text": "Referred to the Committee."}

    def detail(self):
        now = [one for one in self.cosponsors if "sponsorshipWithdrawnDate" not in one]
        return {
            "bill": {
                "congress": self.congress,
                "type": self.kind,
                "number": self.number,
                "title": "Moratorium Act of 2020",
                "introducedDate": "2020-06-25",
                "sponsors": [{"bioguideId": self.sponsor}],
                "latestAction": self.action,
                "cosponsors": {"count": len(now)},
            }
        }

    def listed(self, offset):
        shown = self.cosponsors[offset : offset + self.page]
        now = [one for one in self.cosponsors if "sponsorshipWithdrawnDate" not in one]
        pages = {
            "count": len(now),
            "countIncludingWithdrawnCosponsors": len(self.cosponsors),
            "next": "http://elsewhere.example/v3",
        }
        return {"cosponsors": shown, "pagination": pages}

    def answer(self, path, query):
        self.asked.append((path, query))
        if self.plan:
            planned = self.plan.pop(0)
            if isinstance(planned, int):
                return planned, b'{"error": {"code": "X", "message": "no"}}'
            return 200, planned if isinstance(planned, bytes) else json.dumps(planned).encode()
        if query.get("api_key") != ["key"]:
            return 403, b"{}"
        base = f"/v3/bill/{self.congress}/{self.kind.lower()}/{self.number}"
        if path == base:
            return 200, json.dumps(self.detail()).encode()
        if path == f"{base}/cosponsors":
            offset = int(query["offset"][0])
            return 200, json.dumps(self.listed(offset)).encode()
        return 404, b'{"error": "No Bill matches the given query."}'


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        parts = urlsplit(self.path)
        status, body = self.server.fake.answer(parts.path, parse_qs(parts.query))
        self.send_response(status)
        if status in (301, 302):
            self.send_header("Location", "http://127.0.0.1:1/")
        if status == 429:
            self.send_header("Retry-After", "0")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Tests are quiet."""


def serve(fake):
    """The server, in a thread of its own; shut it down after use."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.fake = fake
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    return server
