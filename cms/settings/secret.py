import secrets
from pathlib import Path


def kept_secret(path: Path, length: int = 64) -> str:
    """A random key, made once and readable by its owner only, for installations of one machine."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(length))
    return path.read_text()
