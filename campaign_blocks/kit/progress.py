"""How far a long command is, for whoever sits at the terminal."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Self, TypeVar

from django.core.management.base import OutputWrapper

WIDTH = 30
T = TypeVar("T")
Tick = Callable[[int, int], None]  # (done, total)


def unseen(done: int, total: int) -> None:
    """The tick of work that nobody watches."""


def ticking(items: Sequence[T], tick: Tick) -> Iterator[T]:
    return Steps(tick, len(items)).follow(items)


class Steps:
    """Work in several parts, of which the sum is known before."""

    def __init__(self, tick: Tick, total: int) -> None:
        self.tick, self.total, self.done = tick, total, 0
        tick(0, total)

    def follow(self, items: Iterable[T]) -> Iterator[T]:
        for item in items:
            yield item
            self.done += 1
            self.tick(self.done, self.total)


class ProgressBar:
    """A tick that draws one line and wipes it at the end; silent where there is no terminal."""

    def __init__(self, stream: OutputWrapper, label: str) -> None:
        self.stream, self.label = stream, label
        self.watched = stream.isatty()
        self.drawn = ""

    def __call__(self, done: int, total: int) -> None:
        if self.watched:
            share = min(done / total, 1) if total else 1
            bar = ("#" * round(share * WIDTH)).ljust(WIDTH, ".")
            self.draw(f"{self.label} [{bar}] {share:4.0%}")

    def draw(self, line: str) -> None:
        if line != self.drawn:
            self.put(f"\r{line}")
            self.drawn = line

    def put(self, text: str) -> None:
        self.stream.write(text, ending="")
        self.stream.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        """What is printed next, be it an error, begins on an empty line."""
        if self.drawn:
            self.put(f"\r{' ' * len(self.drawn)}\r")
            self.drawn = ""
