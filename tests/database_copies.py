"""The migrations run once for a state of the code; every process of the suite takes a copy.

A copy is used only for the very files that its original was made from: any change of the
product or of its locked libraries, however small, lets the migrations run again.
"""

import fcntl
import hashlib
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from deploy.services import places

CODE = ("cms", "home", "search", "campaign_blocks", "scoreboard", "tests/acme_poll")
MARK = f"campaign_migrated_{places.mark()}_"


def name():
    """Of the original for this checkout as it is now."""
    files = [places.ROOT / "requirements-dev.txt", Path(__file__)]
    for folder in CODE:
        files += sorted((places.ROOT / folder).rglob("*.py"))
    seen = hashlib.sha256(repr((sys.version, settings.INSTALLED_APPS)).encode())
    for file in files:
        seen.update(str(file.relative_to(places.ROOT)).encode() + b"\0" + file.read_bytes())
    return MARK + seen.hexdigest()[:16]


@contextmanager
def alone(connection):
    """One process makes the original, the others wait for it."""
    lock = Path(tempfile.gettempdir()) / f"{MARK}{connection.vendor}.lock"
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def originals(connection):
    return {"sqlite": Files, "postgresql": Databases}[connection.vendor](connection)


class Originals:
    def __init__(self, connection):
        self.connection, self.name = connection, name()
        self.own = connection.creation._get_test_db_name()

    def take(self):
        """Whether the database of this process is now a copy; it is the one in use then."""
        if self.name not in self.kept():
            return False
        self.connection.close()
        self.copy(self.name, self.own)
        settings.DATABASES[self.connection.alias]["NAME"] = self.own
        self.connection.settings_dict["NAME"] = self.own
        return True

    def give(self):
        """Keep a copy of the migrated database of this process, in the place of older ones."""
        self.connection.close()
        for old in self.kept():
            self.remove(old)
        self.copy(self.own, self.name)


class Files(Originals):
    folder = Path(tempfile.gettempdir())

    def kept(self):
        return {path.stem for path in self.folder.glob(f"{MARK}*.sqlite3")}

    def path(self, name):
        return Path(name) if name == self.own else self.folder / f"{name}.sqlite3"

    def remove(self, name):
        for end in ("", "-wal", "-shm"):
            Path(f"{self.path(name)}{end}").unlink(missing_ok=True)

    def copy(self, source, target):
        """The last connection was closed: no journal is left beside the file."""
        self.remove(target)
        half = self.path(target).with_suffix(".half")
        shutil.copyfile(self.path(source), half)
        half.rename(self.path(target))


class Databases(Originals):
    def ask(self, statement, *values):
        if hasattr(self.connection, "close_pool"):
            self.connection.close_pool()
        with self.connection.creation._nodb_cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall() if cursor.description else []

    def kept(self):
        found = self.ask("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", MARK)
        return {row[0] for row in found}

    def remove(self, name):
        self.ask(f'DROP DATABASE IF EXISTS "{name}"')

    def copy(self, source, target):
        self.remove(target)
        self.ask(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')
