"""One stylesheet and one script for the whole site, and one of each for a page that needs its own.

`static/<label>/site/` of every installed app is part of site.css and site.js; CSS layers decide
precedence, so the order of files does not matter. What a frame on somebody else's page never shows
lies in `static/<label>/pages/`: part of site.css, not of embed.css. `static/<label>/page-<name>/`
becomes `cms/dist/<label>-<name>.css` and `.js`, linked by that page alone.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import rcssmin
import rjsmin
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

FOLDER = "cms/dist"
IN_FRAMES = ("site",)
EVERYTHING = (*IN_FRAMES, "pages")
LAYERS = "@layer reset, tokens, base, blocks, utilities;\n"
LONE_PSEUDO = re.compile(r"([\w\])>+~&*]) +:(?=[a-z])")
ADDRESS = re.compile(r"""url\(["']?(?!data:|#|/|https?:)([^"')]+)["']?\)""")


def sources(suffix: str, folders: Iterable[str] = EVERYTHING) -> list[tuple[str, Path]]:
    """(static folder of the file, file) for every source, foundation first."""
    found = []
    for config in apps.get_app_configs():
        for name in folders:
            folder = Path(config.path, "static", config.label, name)
            files = sorted(folder.glob(f"*.{suffix}"))
            found += [(f"{config.label}/{name}", path) for path in files]
    return found


def stylesheet(folders: Iterable[str] = EVERYTHING) -> str:
    parts = [LAYERS]
    for folder, path in sources("css", folders):
        parts.append(with_moved_addresses(path.read_text(), folder))
    return minified("\n".join(parts))


def minified(css: str) -> str:
    """The minifier takes ".a :is(b)" for ".a:is(b)"; an asterisk keeps what was meant."""
    return str(rcssmin.cssmin(LONE_PSEUDO.sub(r"\1 *:", css)))


def with_moved_addresses(css: str, folder: str) -> str:
    return ADDRESS.sub(lambda found: moved(folder, found[1]), css)


def moved(folder: str, address: str) -> str:
    """A relative address, seen from the bundle instead of from its source."""
    return f'url("{posixpath.relpath(posixpath.join(folder, address), FOLDER)}")'


def script() -> str:
    return str(rjsmin.jsmin("\n".join(f"{{\n{path.read_text()}\n}}" for _, path in sources("js"))))


def page_folders() -> Iterator[tuple[str, Path]]:
    """(label and name of the page, its folder)"""
    for config in apps.get_app_configs():
        for folder in sorted(Path(config.path, "static", config.label).glob("page-*")):
            yield f"{config.label}-{folder.name.removeprefix('page-')}", folder


def page_stylesheet(folder: Path) -> str:
    css = "\n".join(path.read_text() for path in sorted(folder.glob("*.css")))
    return minified(with_moved_addresses(css, f"{folder.parent.name}/{folder.name}"))


def page_script(folder: Path) -> str:
    """One module cut into files: they share a scope, and no file imports another."""
    return str(rjsmin.jsmin("\n".join(path.read_text() for path in sorted(folder.glob("*.js")))))


def bundles() -> dict[str, Callable[[], str]]:
    """What writes each bundle, by its static path."""
    found: dict[str, Callable[[], str]] = {
        f"{FOLDER}/site.css": stylesheet,
        f"{FOLDER}/embed.css": partial(stylesheet, IN_FRAMES),
        f"{FOLDER}/site.js": script,
    }
    for name, folder in page_folders():
        for suffix, write in (("css", page_stylesheet), ("js", page_script)):
            if any(folder.glob(f"*.{suffix}")):
                found[f"{FOLDER}/{name}.{suffix}"] = partial(write, folder)
    return found


class BundleFinder(BaseFinder):
    """Offers the bundles to collectstatic, and to the test server, as ordinary static files."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.storage = FileSystemStorage(location=settings.BUNDLE_DIR)

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        write = bundles().get(path) if path.startswith(f"{FOLDER}/") else None
        if write is None:
            return []
        target = self.written(path, write())
        return [target] if find_all else target

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        for path, write in bundles().items():
            self.written(path, write())
            yield path, self.storage

    def written(self, path: str, content: str) -> str:
        target = Path(settings.BUNDLE_DIR, path)
        if not target.exists() or target.read_text() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content)
        return str(target)
