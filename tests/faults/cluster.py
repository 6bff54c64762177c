"""A PostgreSQL of one test's own, durable as in production, that may be killed and comes back."""

import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from contextlib import closing
from pathlib import Path

from django.db import connection

from deploy.services import packages, places
from deploy.services.postgresql import ask, binaries, run


class Cluster:
    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="campaign-faults-"))
        self.folder.chmod(0o711)
        self.port = places.free_port(54900)
        initdb = packages.program("initdb", "postgresql", *binaries())
        self.program = Path(initdb).with_name("postgres")
        places.hand_over(self.folder)
        create = [
            initdb,
            "-D",
            f"{self.folder}/data",
            "-U",
            "campaign",
            "-A",
            "trust",
            "-E",
            "UTF8",
        ]
        run(["env", "LC_ALL=C.UTF-8", *create, "--no-instructions"], self.folder)
        self.start()
        ask("psql", self.address("postgres"), "CREATE DATABASE campaign")

    def address(self, name="campaign"):
        return f"postgres://campaign@{places.LOOPBACK}:{self.port}/{name}"

    def start(self):
        """Starts the server and waits until it answers: what a supervisor does by itself."""
        settings = {
            "port": self.port,
            "listen_addresses": places.LOOPBACK,
            "unix_socket_directories": self.folder,
            "fsync": "on",
            "synchronous_commit": "on",
            "full_page_writes": "on",
        }
        words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        user = places.account()
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.program, "-D", self.folder / "data", *words],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                user=user,
                group="nogroup" if user else None,
                extra_groups=[] if user else None,
                start_new_session=True,
            )
        deadline = time.monotonic() + 30
        while not ask("psql", self.address("postgres"), "SELECT 1"):
            assert time.monotonic() < deadline, "the database does not come back"
            time.sleep(0.1)

    def kill(self):
        """The postmaster alone, as a machine short of memory would; its children follow."""
        self.process.kill()
        self.process.wait()

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)


def copied(cluster, folder):
    """The address of a copy of the migrated, empty database under test."""
    facts = connection.settings_dict
    if cluster is None:
        with closing(sqlite3.connect(facts["NAME"])) as source:
            source.execute("VACUUM INTO ?", [f"{folder}/faults.sqlite3"])
        return f"sqlite:///{folder}/faults.sqlite3"
    source = f"postgres://{facts['USER']}@{facts['HOST']}:{facts['PORT']}/{facts['NAME']}"
    dump = subprocess.run(["pg_dump", "-O", source], capture_output=True, check=True)
    load = ["psql", "-Xqw", "-v", "ON_ERROR_STOP=1", cluster.address()]
    subprocess.run(load, input=dump.stdout, capture_output=True, check=True)
    return cluster.address()


def durable(address):
    """Whether acknowledged means stored on this server; else a fault test proves nothing."""
    names = ("fsync", "synchronous_commit", "full_page_writes")
    shown = [
        subprocess.check_output(["psql", "-XAtqw", "-c", f"SHOW {name}", address], text=True)
        for name in names
    ]
    return [value.strip() for value in shown] == ["on"] * 3


def full():
    """FAULTS=full runs the numbers of the promise; a plain run a sample of them."""
    return os.environ.get("FAULTS") == "full"
