import signal
import subprocess
from pathlib import Path

from deploy.services import packages, places, processes
from deploy.services.service import Service

DATABASE = "campaign"


class PostgreSQL(Service):
    """Durable as in production: fsync, synchronous_commit and full_page_writes stay on."""

    name = "postgresql"
    variable = "POSTGRES_TEST_URL"
    first_port = 54320
    stop_signal = signal.SIGINT  # a fast shutdown: ends sessions, writes a checkpoint

    def launch(self, port: int) -> None:
        initdb = packages.program("initdb", "postgresql", *binaries())
        data = self.folder / "data"
        places.hand_over(self.folder)
        if not (data / "PG_VERSION").exists():
            create = [initdb, "-D", str(data), "-U", "campaign", "-A", "trust", "-E", "UTF8"]
            run(["env", "LC_ALL=C.UTF-8", *create, "--no-instructions"], self.folder)
        settings = {
            "port": str(port),
            "listen_addresses": places.LOOPBACK,
            "unix_socket_directories": str(self.folder),
            "shared_buffers": "512MB",
            "max_wal_size": "4GB",
            "max_connections": "100",
            "fsync": "on",
        }
        arguments = [word for item in settings.items() for word in ("-c", "=".join(item))]
        postgres = str(Path(initdb).with_name("postgres"))
        processes.start(self.name, [postgres, "-D", str(data), *arguments], folder=self.folder)

    def url(self, port: int) -> str:
        return f"postgres://campaign@{places.LOOPBACK}:{port}/{DATABASE}"

    def answers(self) -> bool:
        """Asks for the database and makes it the first time."""
        psql = packages.find("psql", *binaries())
        if psql is None:
            return False
        if ask(psql, self.address, "SELECT 1"):
            return True
        server = self.address.rsplit("/", 1)[0] + "/postgres"
        return ask(psql, server, f"CREATE DATABASE {DATABASE}")


def binaries() -> list[str]:
    """Debian keeps the server's programs off the PATH; the newest version comes first."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=version, reverse=True)
    return [str(folder) for folder in found]


def version(folder: Path) -> int:
    return int(folder.parent.name) if folder.parent.name.isdigit() else 0


def run(command: list[str], folder: Path) -> None:
    user = places.account()
    done = subprocess.run(
        command,
        cwd=folder,
        user=user,
        extra_groups=[] if user else None,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise packages.Missing(f"initdb failed: {done.stderr.strip()}")


def ask(psql: str, address: str, statement: str) -> bool:
    command = [psql, "-X", "-q", "-w", "-c", statement, address]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
