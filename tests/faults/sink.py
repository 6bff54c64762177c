"""A mail server that fails as it is told, and keeps a list of what it has taken."""

import asyncio
import threading
import time
from collections import Counter
from email import message_from_bytes

from deploy.services import places

BAD = {"gone": b"550 no such user\r\n", "busy": b"451 try later\r\n"}


class Sink:
    """Modes: ok, refuse (no port), hang (no greeting), 421, drop (after EHLO), drop_text.

    An address that begins with "gone" or "busy" is refused by itself; one with "drop" breaks the
    line when its text arrives.
    """

    def __init__(self):
        self.mode = "ok"
        self.port = places.free_port(26000)
        self.mails, self.attempts = [], []
        self.before_250 = self.after_250 = lambda: None
        self.loop = asyncio.new_event_loop()
        self.server = None
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.call(self.listen())

    def call(self, task):
        return asyncio.run_coroutine_threadsafe(task, self.loop).result(10)

    async def listen(self):
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", self.port)

    async def unlisten(self):
        self.server.close()
        await self.server.wait_closed()
        self.server = None

    def fail(self, mode):
        if mode == "refuse":
            self.call(self.unlisten())
        elif self.mode == "refuse":
            self.call(self.listen())
        self.mode = mode

    async def hang_up(self):
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def end(self):
        if self.server:
            self.call(self.unlisten())
        self.call(self.hang_up())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(5)
        self.loop.close()

    @property
    def copies(self):
        return Counter(self.mails)

    async def serve(self, reader, writer):
        self.attempts.append(time.monotonic())
        try:
            await self.talk(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def talk(self, reader, writer):
        if self.mode == "hang":
            await asyncio.sleep(30)
        if self.mode == "421":
            writer.write(b"421 closing\r\n")
            return
        writer.write(b"220 sink\r\n")
        address = ""
        while line := (await reader.readline()).decode().strip():
            word = line[:4].upper()
            if word == "RCPT":
                address = line.partition("<")[2]
                refused = next((BAD[one] for one in BAD if address.startswith(one)), None)
                writer.write(refused or b"250 ok\r\n")
            elif word == "DATA":
                writer.write(b"354 go on\r\n")
                text = await reader.readuntil(b"\r\n.\r\n")
                if address.startswith("drop") or self.mode == "drop_text":
                    return
                self.mails.append(message_from_bytes(text)["Message-ID"])
                self.before_250()
                writer.write(b"250 taken\r\n")
                await writer.drain()
                self.after_250()
            else:
                writer.write(b"250 ok\r\n")
                await writer.drain()
                if word == "EHLO" and self.mode == "drop":
                    return
            await writer.drain()
