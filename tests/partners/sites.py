"""Two web sites of different origins in one process: the campaign's, and a partner's own."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextmanager
def site(pages):
    """Serves {path: (content type, text)} on a port of its own; gives the origin."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            kind, text = pages.get(self.path.split("?")[0], ("text/plain", ""))
            body = text.encode()
            self.send_response(200 if text else 404)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
