"""Whether static files changed since they were collected; collecting takes seconds."""

from hashlib import sha256
from pathlib import Path

from django.apps import apps
from django.conf import settings


def stamp() -> str:
    """Names, sizes and times of every app's static files."""
    digest = sha256()
    for config in apps.get_app_configs():
        for path in sorted(Path(config.path, "static").rglob("*")):
            if path.is_file():
                facts = path.stat()
                digest.update(f"{path}:{facts.st_size}:{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def stamp_file() -> Path:
    return Path(settings.STATIC_ROOT, ".stamp")


def static_is_current() -> bool:
    return stamp_file().exists() and stamp_file().read_text() == stamp()


def write_stamp() -> None:
    stamp_file().write_text(stamp())
