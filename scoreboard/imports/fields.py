import re
import unicodedata
from datetime import date

from scoreboard.imports.documents import Item
from scoreboard.imports.problems import ImportProblem

Path = tuple[str | int, ...]
HANDLE = re.compile(r"[A-Za-z0-9_]{1,15}")
MAIL = re.compile(r"[^@\s,;<>]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")


class Fields:
    """Typed reading of one mapping; a wrong value is an ImportProblem that names its place."""

    def __init__(self, item: Item, data: object, path: Path = ()) -> None:
        self.item, self.path = item, path
        if not isinstance(data, dict):
            raise self.problem("expected fields and values")
        self.data = data

    def problem(self, message: str, *names: str) -> ImportProblem:
        path = (*self.path, *names)
        return ImportProblem(
            message,
            source=self.item.source,
            line=self.item.line_of(path),
            field=".".join(str(step) for step in path),
        )

    def text(self, name: str, *, required: bool = False, limit: int = 250) -> str:
        value = self.data.get(name)
        if isinstance(value, bool) or not isinstance(value, str | int | float | date | None):
            raise self.problem("expected text", name)
        words = "" if value is None else " ".join(str(value).split())
        if required and not words:
            raise self.problem("is missing", name)
        if len(words) > limit:
            raise self.problem(f"is longer than {limit} characters", name)
        if any(unicodedata.category(char) in {"Cc", "Cs"} for char in words):
            raise self.problem("holds a control character", name)
        return words

    def url(self, name: str) -> str:
        address = self.text(name, limit=500)
        if address and not re.match(r"https?://[^\s/]+\.[^\s]+$", address):
            raise self.problem("is not a web address that starts with http(s)://", name)
        return address

    def link(self, name: str) -> str:
        """A web address from a roster kept by others: a mistyped one is left out and told."""
        try:
            return self.url(name)
        except ImportProblem as problem:
            self.item.left_out.append(str(problem))
            return ""

    def maybe(self, name: str, *, limit: int = 250) -> str:
        """Text that is not worth refusing a whole roster for: left out and told."""
        try:
            return self.text(name, limit=limit)
        except ImportProblem as problem:
            self.item.left_out.append(str(problem))
            return ""

    def mail(self, name: str) -> str:
        address = self.maybe(name, limit=254)
        if address and not MAIL.fullmatch(address):
            self.item.left_out.append(str(self.problem("is not an e-mail address", name)))
            return ""
        return address

    def handle(self, name: str) -> str:
        handle = self.text(name).removeprefix("@")
        if handle and not HANDLE.fullmatch(handle):
            raise self.problem("is not the name of an account", name)
        return handle

    def whole_number(self, name: str) -> int | None:
        words = self.text(name)
        if not words:
            return None
        if not words.isascii() or not words.isdigit() or len(words) > 4:
            raise self.problem("is not a whole number", name)
        return int(words)

    def day(self, name: str, *, required: bool = False) -> date | None:
        """A date, whether the loader left it as text or already turned it into one."""
        words = self.text(name, required=required)
        try:
            return date.fromisoformat(words) if words else None
        except ValueError:
            raise self.problem("is not a date like 2020-06-25", name) from None

    def inner(self, name: str) -> "Fields":
        if name not in self.data:
            raise self.problem("is missing", name)
        return Fields(self.item, self.data[name], (*self.path, name))

    def each(self, name: str, *, required: bool = True) -> list["Fields"]:
        values = self.data.get(name)
        if values is None and not required:
            return []
        if not isinstance(values, list) or (required and not values):
            raise self.problem("expected a list with at least one entry", name)
        return [Fields(self.item, v, (*self.path, name, n)) for n, v in enumerate(values)]
