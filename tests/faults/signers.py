"""People who sign one after the other on several connections, and the list of those who were
told that it worked: written to a file of its own, with fsync, before the next one signs."""

import asyncio
import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from deploy.bench.load import Line

CONNECTIONS = 8
PATIENCE = 15


@dataclass
class Signers:
    base: str
    token: str
    ledger: Path
    wanted: int
    begun: int = 0
    failed: int = 0
    done: bool = False
    statuses: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.file = os.open(self.ledger, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def acknowledged(self) -> list[str]:
        return self.ledger.read_text().split()

    async def run(self) -> None:
        try:
            await asyncio.gather(*(self.connection() for _ in range(CONNECTIONS)))
        finally:
            self.done = True
            os.close(self.file)

    async def connection(self) -> None:
        line = None
        while self.begun < self.wanted:
            self.begun += 1
            email = f"signer-{self.begun}@example.org"
            try:
                line = line or await self.open()
                status = await asyncio.wait_for(line.ask(self.request(email)), PATIENCE)
            except (OSError, TimeoutError, asyncio.IncompleteReadError):
                self.failed += 1
                line = None
                await asyncio.sleep(0.1)
                continue
            self.statuses.append(status)
            if status == 303:
                os.write(self.file, f"{email}\n".encode())
                os.fsync(self.file)
            if line.closed:
                line = None

    async def open(self) -> Line:
        parts = urlsplit(self.base)
        return await Line.open(parts.hostname or "", parts.port or 80)

    def request(self, email: str) -> bytes:
        answers = {"name": "Ana", "email": email, "postal_code": "94110", "opt_in": "no"}
        body = urlencode({**answers, "website": "", "form_token": self.token})
        lines = [
            "POST /petitions/fault/sign/ HTTP/1.1",
            f"Host: {urlsplit(self.base).netloc}",
            f"Origin: {self.base}",
            "Content-Type: application/x-www-form-urlencoded",
            f"Content-Length: {len(body)}",
        ]
        return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()
