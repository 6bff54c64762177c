"""What is wrong with a source; several things at once, so that one look mends them all."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

MOST = 50


class ImportProblem(Exception):
    """A source cannot be read: its text names the file, the line and the field."""

    def __init__(
        self, message: str, *, source: str, line: int | None = None, field: str = ""
    ) -> None:
        self.message, self.source, self.line, self.field = message, source, line, field
        place = [source, f"line {line}" if line else "", field]
        super().__init__(f"{', '.join(part for part in place if part)}: {message}")

    @property
    def all(self) -> Sequence["ImportProblem"]:
        return [self]


class ImportProblems(ImportProblem):
    """Several; its text has one line for each."""

    def __init__(self, problems: Sequence[ImportProblem]) -> None:
        first = problems[0]
        super().__init__(first.message, source=first.source, line=first.line, field=first.field)
        self.problems = problems

    @property
    def all(self) -> Sequence[ImportProblem]:
        return self.problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class Problems:
    """Gathers what is wrong with single records, up to MOST."""

    def __init__(self) -> None:
        self.found: list[ImportProblem] = []

    @contextmanager
    def gathered(self) -> Iterator[None]:
        try:
            yield
        except ImportProblem as problem:
            self.found.append(problem)
            if len(self.found) >= MOST:
                self.raise_any()

    def raise_any(self) -> None:
        if self.found:
            raise ImportProblems(self.found) if len(self.found) > 1 else self.found[0]
