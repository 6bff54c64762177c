"""SQLite's writers take turns: one at a time, and nobody waits for the dead."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from campaign_blocks.kit import turns

HELD = 0.4


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> SimpleNamespace:
    """What turns know of a connection; the file need not be a database."""
    file = tmp_path / "db.sqlite3"
    file.touch()
    known = SimpleNamespace(
        vendor="sqlite", in_atomic_block=False, settings_dict={"NAME": str(file)}
    )
    monkeypatch.setattr(turns, "connection", known)
    return known


@contextmanager
def other_process(seconds: float) -> Iterator[int]:
    """It holds the turn when the block begins, and for so long."""
    fork = multiprocessing.get_context("fork")
    ready = fork.Event()

    def hold() -> None:
        with turns.write_turn():
            ready.set()
            time.sleep(seconds)

    process = fork.Process(target=hold)
    process.start()
    assert ready.wait(10)
    try:
        yield process.pid or 0
    finally:
        process.join(10)


def seconds_until_my_turn() -> float:
    begun = time.monotonic()
    with turns.write_turn():
        return time.monotonic() - begun


def test_a_process_waits_for_the_other(database: SimpleNamespace) -> None:
    with other_process(HELD):
        assert seconds_until_my_turn() > HELD / 2
    assert seconds_until_my_turn() < HELD / 2


def test_what_was_opened_before_the_fork_is_not_shared(database: SimpleNamespace) -> None:
    with turns.write_turn():
        pass
    with other_process(HELD):
        assert seconds_until_my_turn() > HELD / 2


def test_nobody_waits_for_a_process_that_was_killed(database: SimpleNamespace) -> None:
    with other_process(60) as number:
        os.kill(number, signal.SIGKILL)
        assert seconds_until_my_turn() < 5


def test_who_holds_the_database_does_not_wait(database: SimpleNamespace) -> None:
    database.in_atomic_block = True
    with other_process(HELD):
        assert seconds_until_my_turn() < HELD / 2


def test_postgresql_has_no_turns(database: SimpleNamespace) -> None:
    with other_process(HELD):
        database.vendor = "postgresql"
        assert seconds_until_my_turn() < HELD / 2


def test_a_database_in_memory_needs_no_file(
    database: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    database.settings_dict["NAME"] = ":memory:"
    assert seconds_until_my_turn() < HELD
    assert not list(tmp_path.glob("*-turn"))


def test_threads_go_one_by_one(database: SimpleNamespace) -> None:
    inside, most = 0, 0

    def write() -> None:
        nonlocal inside, most
        for _ in range(20):
            with turns.write_turn():
                inside += 1
                most = max(most, inside)
                time.sleep(0.001)
                inside -= 1

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert (inside, most) == (0, 1)


def test_a_failure_gives_the_turn_back(database: SimpleNamespace) -> None:
    with pytest.raises(RuntimeError), turns.write_turn():
        raise RuntimeError
    assert seconds_until_my_turn() < HELD
