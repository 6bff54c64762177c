"""The name of this build: pages and frames kept by another build must not be taken for ours.

A shared cache outlives a release. Without this, a page kept by the last release would link style
that is gone, and show sections of a plugin that has left.
"""

import sys
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.apps import apps
from django.templatetags.static import static

from campaign_blocks.kit.registry import campaign_blocks

FRAMEWORKS = ("django", "wagtail")
BUNDLES = ("cms/dist/site.css", "cms/dist/embed.css", "cms/dist/site.js")


@lru_cache(maxsize=1)
def build_name() -> str:
    """Twelve letters, the same in every process and on every machine that runs this build."""
    digest = sha256(" ".join([*campaign_blocks(), *map(static, BUNDLES)]).encode())
    for path in sources():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def sources() -> Iterator[Path]:
    """Templates of all apps but the frameworks', and the modules that define blocks."""
    for config in apps.get_app_configs():
        if not config.name.startswith(FRAMEWORKS):
            for folder in ("templates", "jinja2"):
                yield from sorted(Path(config.path, folder).rglob("*.html"))
    for module in sorted({type(block).__module__ for block in campaign_blocks().values()}):
        yield Path(str(sys.modules[module].__file__))
