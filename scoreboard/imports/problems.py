class ImportProblem(Exception):
    """A source cannot be read: its text names the file, the line and the field."""

    def __init__(
        self, message: str, *, source: str, line: int | None = None, field: str = ""
    ) -> None:
        place = [source, f"line {line}" if line else "", field]
        super().__init__(f"{', '.join(part for part in place if part)}: {message}")
