"""Servers on loopback that do as they are told: one for mail, one as Congress has it."""

import re
import socketserver
import threading
import time
from collections import Counter

OFFICES = b'["HOR03", "HOR05"]'


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads = True, True

    def handle_error(self, request, client_address):
        """A client that was killed is what these tests are about."""


class Sink:
    """`accepted` counts by the letter's own name; `behave` is asked at each step of a talk."""

    def __init__(self, handler):
        self.accepted, self.texts, self.lock = Counter(), [], threading.Lock()
        self.behave = lambda step: None
        self.server = Server(("127.0.0.1", 0), handler)
        self.server.sink = self
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def take(self, name, text):
        with self.lock:
            self.accepted[name] += 1
            self.texts.append(text)

    def end(self):
        self.server.shutdown()
        self.server.server_close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.end()


class Smtp(socketserver.StreamRequestHandler):
    """Steps: greeting, helo, mail, rcpt, data, text, done. An answer in place of None is said;
    "drop" ends the talk; "hang" keeps still for a moment and then ends it."""

    timeout = 30

    def handle(self):
        if not self.say("greeting", "220 sink"):
            return
        while line := self.rfile.readline():
            word = line[:4].strip().lower().decode("ascii", "replace")
            step = {"ehlo": "helo", "helo": "helo"}.get(word, word)
            if step == "quit":
                self.wfile.write(b"221 bye\r\n")
                return
            if step == "data":
                if not self.say("data", "354 go on") or not self.text():
                    return
            elif not self.say(step, "250 ok"):
                return

    def text(self):
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:  # the client died before its end: nothing was handed over
                return False
            lines.append(line[1:] if line.startswith(b"..") else line)
        content = b"".join(lines)
        found = re.search(rb"^Message-ID: (\S+)", content, re.MULTILINE | re.IGNORECASE)
        refusal = self.server.sink.behave("text")
        if refusal is None:
            self.server.sink.take(found[1].decode() if found else "", content)
        elif refusal != "drop":
            self.wfile.write(f"{refusal}\r\n".encode())
            return True
        else:
            return False
        return self.say("done", "250 taken")

    def say(self, step, words):
        told = self.server.sink.behave(step)
        if told in ("drop", "hang"):
            if told == "hang":
                time.sleep(3)
            return False
        self.wfile.write(f"{told or words}\r\n".encode())
        return not (told or "").startswith("421")


class Http(socketserver.StreamRequestHandler):
    """Steps: offices, message, done. A number in place of None is the status; a pair has a body."""

    timeout = 30

    def handle(self):
        first = self.rfile.readline().decode("latin-1")
        length = 0
        while (line := self.rfile.readline()) != b"\r\n":
            if not line:
                return
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        body = self.rfile.read(length)
        if len(body) < length:  # the client died before its end: nothing was handed over
            return
        step = "offices" if first.startswith("GET") else "message"
        told = self.server.sink.behave(step)
        if told == "drop":
            return
        status, answer = told if isinstance(told, tuple) else (told or 200, OFFICES)
        if step == "message" and status == 200:
            found = re.search(rb"<DeliveryId>(\w+)<", body)
            self.server.sink.take(found[1].decode() if found else "", body)
            if self.server.sink.behave("done") == "drop":
                return
        head = f"HTTP/1.1 {status} x\r\nContent-Length: {len(answer)}\r\nConnection: close\r\n\r\n"
        self.wfile.write(head.encode() + answer)


def mail_sink():
    return Sink(Smtp)


def congress_sink():
    return Sink(Http)
