"""Where the services of one checkout keep their data, their ports and their downloads."""

import hashlib
import os
import pwd
import socket
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ADDRESSES = ROOT / ".services.env"
LOOPBACK = "127.0.0.1"
PORTS_TRIED = 200


def mark() -> str:
    """Tells this checkout from others on the same machine."""
    return hashlib.sha256(str(ROOT).encode()).hexdigest()[:10]


def state_dir() -> Path:
    """A temporary folder that belongs to this checkout and this user alone."""
    folder = Path(tempfile.gettempdir()) / f"campaign-services-{os.getuid()}-{mark()}"
    folder.mkdir(mode=0o711, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise SystemExit(f"{folder} belongs to somebody else; remove it and start again.")
    return folder


def cache_dir() -> Path:
    """Downloads that outlive a checkout."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / "campaign-cms"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def free_port(first: int) -> int:
    """The first port from this one on that nobody listens on."""
    for port in range(first, first + PORTS_TRIED):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((LOOPBACK, port))
            except OSError:
                continue
            return port
    raise SystemExit(f"No free port between {first} and {first + PORTS_TRIED}.")


def account() -> str | None:
    """The user that runs the servers: PostgreSQL and Elasticsearch refuse to run as root."""
    return "nobody" if os.getuid() == 0 else None


def hand_over(folder: Path) -> None:
    """Give a folder and all in it to the user that runs the servers."""
    name = account()
    if name is None:
        return
    owner = pwd.getpwnam(name)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, owner.pw_uid, owner.pw_gid, follow_symlinks=False)
