"""From what the operator names or uploads (file, folder, archive, https address) to texts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scoreboard.imports.archives import MOST_FILES, unpack
from scoreboard.imports.fetch import MAX_BYTES, fetch
from scoreboard.imports.problems import ImportProblem

Fetch = Callable[[str], bytes]

# The names that unitedstates/congress-legislators gives its three files.
ROSTER = "legislators-current"
SOCIAL = "legislators-social-media"
OFFICES = "legislators-district-offices"
ENDINGS = (".json", ".yaml")
GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Text:
    name: str
    text: str

    @property
    def is_csv(self) -> bool:
        return self.name.lower().split("?")[0].endswith(".csv")


@dataclass(frozen=True, slots=True)
class Source:
    """The texts behind one name: a roster, or (Open States) a document for each person."""

    name: str
    roster: Text | None = None
    social: Text | None = None
    offices: Text | None = None
    people: tuple[Text, ...] = ()


def read_source(name: str, *, fetch: Fetch = fetch) -> Source:
    if is_address(name):
        return _web_source(name, fetch)
    path = Path(name)
    return _read_folder(path) if path.is_dir() else open_source(name, _read_bytes(path))


def open_source(name: str, content: bytes) -> Source:
    """What one file holds, by its first bytes: an archive, or a text."""
    if len(content) > MAX_BYTES:
        raise ImportProblem("is larger than 10 MB", source=name)
    if content.startswith(GZIP):
        texts = (Text(place, decode(body, place)) for place, body in unpack(content, source=name))
        return _of_people(name, texts)
    return Source(name, Text(name, decode(content, name)))


def is_address(name: str) -> bool:
    return "://" in name


def read_text(name: str, *, fetch: Fetch = fetch) -> Text:
    if is_address(name):
        return Text(name, decode(fetch(name), name))
    return Text(name, decode(_read_bytes(Path(name)), name))


def _read_bytes(path: Path) -> bytes:
    """Never more than the limit, so that a device or a pipe ends, too."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ImportProblem(f"cannot be read: {error.strerror}", source=str(path)) from error
    if len(content) > MAX_BYTES:
        raise ImportProblem("is larger than 10 MB", source=str(path))
    return content


def decode(content: bytes, name: str) -> str:
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
    if roster is not None:
        return Source(str(folder), roster, find(SOCIAL), find(OFFICES))
    paths = [path for path in sorted(folder.rglob("*.yml")) if path.is_file()][: MOST_FILES + 1]
    if not paths:
        message = f"holds no {ROSTER}.yaml or .json, and no .yml file of a person"
        raise ImportProblem(message, source=str(folder))
    if len(paths) > MOST_FILES:
        raise ImportProblem(f"holds more than {MOST_FILES} files", source=str(folder))
    return _of_people(str(folder), (read_text(str(path)) for path in paths))


def _of_people(name: str, texts: Iterator[Text]) -> Source:
    """Open States keeps committees, mayors and the retired in folders beside `legislature`."""
    every = tuple(texts)
    members = tuple(text for text in every if "/legislature/" in text.name)
    people = members or every
    if not people:
        raise ImportProblem("holds no .yml file of a person", source=name)
    return Source(name, people=people)


def _web_source(address: str, fetch: Fetch) -> Source:
    if not address.endswith("/"):
        return open_source(address, fetch(address))
    stems = (ROSTER, SOCIAL, OFFICES)
    roster, social, offices = (read_text(f"{address}{s}.json", fetch=fetch) for s in stems)
    return Source(address, roster, social, offices)
