"""An application behind the proxy that answers what a test tells it to, and remembers requests."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = "public, max-age=0, s-maxage=60, stale-while-revalidate=600, stale-if-error=86400"


class FakeApp:
    def __init__(self):
        self.seen = []
        self.status = 200
        self.headers = {"Cache-Control": PAGE}
        handler = type("Handler", (Handler,), {"app": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.app.seen.append((self.command, self.path, dict(self.headers)))
        body = f"<p>{'a page ' * 300} {len(self.app.seen)}</p>".encode()
        self.send_response(self.app.status)
        for name, value in self.app.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = answer

    def log_message(self, *args):
        pass
