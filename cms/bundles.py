"""One stylesheet and one script for the whole site, made of every app's `static/<label>/site/`.

Whatever an installed plugin puts there is part of the bundle; CSS layers decide precedence, so
the order of files does not matter.
"""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import rcssmin
import rjsmin
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

FOLDER = "cms/dist"
LAYERS = "@layer reset, tokens, base, blocks, utilities;\n"
ADDRESS = re.compile(r"""url\(["']?(?!data:|#|/|https?:)([^"')]+)["']?\)""")


def sources(suffix: str) -> list[tuple[str, Path]]:
    """(static folder of the file, file) for every source, foundation first."""
    found = []
    for config in apps.get_app_configs():
        folder = Path(config.path, "static", config.label, "site")
        found += [(f"{config.label}/site", path) for path in sorted(folder.glob(f"*.{suffix}"))]
    return found


def stylesheet() -> str:
    parts = [LAYERS]
    for folder, path in sources("css"):
        parts.append(with_moved_addresses(path.read_text(), folder))
    return str(rcssmin.cssmin("\n".join(parts)))


def with_moved_addresses(css: str, folder: str) -> str:
    return ADDRESS.sub(lambda found: moved(folder, found[1]), css)


def moved(folder: str, address: str) -> str:
    """A relative address, seen from the bundle instead of from its source."""
    return f'url("{posixpath.relpath(posixpath.join(folder, address), FOLDER)}")'


def script() -> str:
    return str(rjsmin.jsmin("\n".join(f"{{\n{path.read_text()}\n}}" for _, path in sources("js"))))


class BundleFinder(BaseFinder):
    """Offers the bundles to collectstatic, and to the test server, as ordinary static files."""

    files = {f"{FOLDER}/site.css": stylesheet, f"{FOLDER}/site.js": script}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.storage = FileSystemStorage(location=settings.BUNDLE_DIR)

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        if path not in self.files:
            return []
        target = self.write(path)
        return [target] if find_all else target

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        for path in self.files:
            self.write(path)
            yield path, self.storage

    def write(self, path: str) -> str:
        target = Path(settings.BUNDLE_DIR, path)
        content = self.files[path]()
        if not target.exists() or target.read_text() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content)
        return str(target)
