"""Texts out of a .tar.gz, without writing any to the disk."""

import gzip
import io
import tarfile
import zlib
from collections.abc import Iterator

from scoreboard.imports.problems import ImportProblem

MOST_BYTES = 60 * 1024 * 1024  # unpacked
MOST_FILES = 10_000
ENDINGS = (".yml", ".yaml")


def unpack(content: bytes, *, source: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of every YAML file inside, by name."""
    plain = _inflate(content, source)
    try:
        with tarfile.open(fileobj=io.BytesIO(plain), mode="r:") as archive:
            members = []
            for member in archive:
                if member.isfile() and member.name.endswith(ENDINGS):
                    members.append(member)
                if len(members) > MOST_FILES:
                    raise ImportProblem(f"holds more than {MOST_FILES} files", source=source)
            for member in sorted(members, key=lambda one: one.name):
                file = archive.extractfile(member)
                yield f"{source}, {member.name}", file.read() if file else b""
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise ImportProblem("is not a whole tar.gz archive", source=source) from error


def _inflate(content: bytes, source: str) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as stream:
            plain = stream.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ImportProblem("is not a whole tar.gz archive", source=source) from error
    if len(plain) > MOST_BYTES:
        raise ImportProblem("is larger than 60 MB when unpacked", source=source)
    return plain
