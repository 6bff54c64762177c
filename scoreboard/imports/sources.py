"""From what the operator names (a file, a folder, an https address) to texts."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scoreboard.imports.fetch import MAX_BYTES, fetch
from scoreboard.imports.problems import ImportProblem

Fetch = Callable[[str], bytes]

# The names that unitedstates/congress-legislators gives its three files.
ROSTER = "legislators-current"
SOCIAL = "legislators-social-media"
OFFICES = "legislators-district-offices"
ENDINGS = (".json", ".yaml")


@dataclass(frozen=True, slots=True)
class Text:
    name: str
    text: str

    @property
    def is_csv(self) -> bool:
        return self.name.lower().split("?")[0].endswith(".csv")


@dataclass(frozen=True, slots=True)
class Source:
    """The texts behind one name; only folders bring more than the roster."""

    roster: Text
    social: Text | None = None
    offices: Text | None = None


def read_source(name: str, *, fetch: Fetch = fetch) -> Source:
    if is_address(name):
        return _web_source(name, fetch)
    path = Path(name)
    return _read_folder(path) if path.is_dir() else Source(read_text(name))


def is_address(name: str) -> bool:
    return "://" in name


def read_text(name: str, *, fetch: Fetch = fetch) -> Text:
    if is_address(name):
        return Text(name, _decode(fetch(name), name))
    path = Path(name)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ImportProblem("is larger than 10 MB", source=name)
        return Text(name, _decode(path.read_bytes(), name))
    except OSError as error:
        raise ImportProblem(f"cannot be read: {error.strerror}", source=name) from error


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ImportProblem("is not UTF-8 text", source=name, line=line) from error


def _read_folder(folder: Path) -> Source:
    def find(stem: str) -> Text | None:
        paths = (folder / f"{stem}{ending}" for ending in ENDINGS)
        return next((read_text(str(path)) for path in paths if path.exists()), None)

    roster = find(ROSTER)
    if roster is None:
        raise ImportProblem(f"holds no {ROSTER}.yaml or .json", source=str(folder))
    return Source(roster, find(SOCIAL), find(OFFICES))


def _web_source(address: str, fetch: Fetch) -> Source:
    if not address.endswith("/"):
        return Source(read_text(address, fetch=fetch))
    stems = (ROSTER, SOCIAL, OFFICES)
    return Source(*(read_text(f"{address}{stem}.json", fetch=fetch) for stem in stems))
