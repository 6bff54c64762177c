"""A database of its own on the PostgreSQL server of DATABASE_URL, gone when the block ends."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg

from deploy.services.places import ROOT

PREPARE = (["migrate", "-v0"], ["createcachetable"], ["collectstatic", "--noinput", "-v0"])


@contextmanager
def database(name: str, *, keep: bool) -> Iterator[None]:
    """Sets DATABASE_URL for this process and migrates. `keep` leaves it for the next run."""
    address = os.environ.get("DATABASE_URL", "")
    if not address.startswith("postgres"):
        raise SystemExit("Set DATABASE_URL to a PostgreSQL server: postgres://user:word@host/name")
    existed = exists(address, name)
    if not existed:
        execute(address, f"CREATE DATABASE {name}")
    os.environ["DATABASE_URL"] = urlsplit(address)._replace(path=f"/{name}").geturl()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    try:
        for words in PREPARE:
            subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, check=True)
        yield
    finally:
        if not keep:
            execute(address, f"DROP DATABASE {name} WITH (FORCE)")


def exists(address: str, name: str) -> bool:
    with psycopg.connect(address) as connection:
        row = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
    return row is not None


def execute(address: str, statement: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement.encode())
