"""A closed loop: so many connections, each sending its next request when the last is answered."""

import asyncio
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import urlsplit

CONNECTIONS = 32
SECONDS = 4.0
MOST = 8_000
ANSWER_SECONDS = 20

Request = Callable[[int], bytes]


@dataclass
class Result:
    wanted: int
    most: int = MOST
    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    errors: int = 0

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds if self.seconds else 0.0

    def percentile(self, share: float) -> float:
        """Milliseconds."""
        if len(self.times) < 2:
            return 0.0
        return statistics.quantiles(self.times, n=100)[round(share) - 1] * 1000


def drive(
    base: str,
    request: Request,
    *,
    wanted: int,
    numbers: Iterator[int] | None = None,
    seconds: float = SECONDS,
    most: int = MOST,
) -> Result:
    """Requests numbered by the iterator, until time or count is up."""
    result = Result(wanted, most)
    begun = time.monotonic()
    asyncio.run(everybody(base, request, numbers or count(), result, begun + seconds))
    result.seconds = time.monotonic() - begun
    return result


async def everybody(
    base: str, request: Request, numbers: Iterator[int], result: Result, until: float
) -> None:
    clients = [one(base, request, numbers, result, until) for _ in range(CONNECTIONS)]
    await asyncio.gather(*clients)


async def one(
    base: str, request: Request, numbers: Iterator[int], result: Result, until: float
) -> None:
    """One connection; opened again when the server closes it."""
    parts = urlsplit(base)
    line: Line | None = None
    while time.monotonic() < until and len(result.times) + result.errors < result.most:
        begun = time.monotonic()
        try:
            line = line or await Line.open(parts.hostname or "", parts.port or 80)
            status = await asyncio.wait_for(line.ask(request(next(numbers))), ANSWER_SECONDS)
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            result.errors += 1
            line = None
            continue
        if status == result.wanted:
            result.times.append(time.monotonic() - begun)
        else:
            result.errors += 1
        if line.closed:
            line = None
    if line:
        line.writer.close()


@dataclass
class Line:
    """An HTTP/1.1 connection that is kept open."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    closed: bool = False

    @classmethod
    async def open(cls, host: str, port: int) -> "Line":
        return cls(*await asyncio.open_connection(host, port))

    async def ask(self, request: bytes) -> int:
        self.writer.write(request)
        head = (await self.reader.readuntil(b"\r\n\r\n")).lower()
        if b"transfer-encoding: chunked" in head:
            await self.skip_chunks()
        else:
            length = head.partition(b"content-length:")[2].partition(b"\r\n")[0]
            await self.reader.readexactly(int(length or 0))
        if b"connection: close" in head:
            self.closed = True
            self.writer.close()
        return int(head.split(b" ", 2)[1])

    async def skip_chunks(self) -> None:
        while size := int((await self.reader.readline()).partition(b";")[0], 16):
            await self.reader.readexactly(size + 2)
        await self.reader.readline()
