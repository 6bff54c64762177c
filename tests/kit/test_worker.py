"""The worker's loop: every step at its own pace, and none that fails delays another."""

from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db import OperationalError
from wagtail import hooks

from campaign_blocks.kit import worker
from campaign_blocks.kit.doors import WorkerStep
from campaign_blocks.kit.worker import LONGEST_PAUSE, PAUSE_AFTER_FAILURE, Schedule


class Clock:
    now = 1000.0

    def monotonic(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(worker, "time", clock)
    return clock


def step(name, answers, every=10.0):
    """A step that records its runs and answers, or raises, what comes next in the list."""
    runs = []

    def run():
        runs.append(name)
        answer = answers[min(len(runs), len(answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        return answer

    return WorkerStep(name, every, run), runs


def test_idle_step__waits_its_seconds(clock):
    idle, runs = step("idle", [0])
    schedule = Schedule([idle])
    for clock.now in (1000, 1009.9, 1010, 1012):
        schedule.run_due()
    assert len(runs) == 2


def test_busy_step__runs_again_at_once(clock):
    busy, runs = step("busy", [5, 3, 0])
    schedule = Schedule([busy])
    pauses = [schedule.run_due() for _ in range(5)]
    assert len(runs) == 3
    assert pauses == [0.01, 0.01, LONGEST_PAUSE, LONGEST_PAUSE, LONGEST_PAUSE]


def test_failing_step__delays_no_other(clock, caplog):
    failing, failures = step("failing", [ValueError("secret@example.org")], every=0.1)
    healthy, runs = step("healthy", [0], every=0.1)
    schedule = Schedule([failing, healthy])
    for clock.now in (1000, 1001, 1002):
        schedule.run_due()
    assert len(runs) == 3
    assert len(failures) == 1
    assert "worker step failing failed: ValueError" in caplog.text
    assert "secret@example.org" not in caplog.text


def test_failing_step__is_tried_again(clock):
    failing, failures = step("failing", [ValueError(), 0], every=0.1)
    schedule = Schedule([failing])
    schedule.run_due()
    clock.now += PAUSE_AFTER_FAILURE
    schedule.run_due()
    assert len(failures) == 2


@pytest.mark.django_db(transaction=False)
def test_lost_database__closes_the_connection(clock, monkeypatch):
    closed = []
    monkeypatch.setattr(worker.connection, "close", lambda: closed.append(True))
    broken, _ = step("broken", [OperationalError("gone")])
    Schedule([broken]).run_due()
    assert closed == [True]


def test_no_steps__pauses():
    assert Schedule([]).run_due() == pytest.approx(LONGEST_PAUSE, abs=0.01)


@pytest.mark.django_db
def test_work_once__runs_the_registered_steps(monkeypatch):
    mine, runs = step("acme", [1])
    monkeypatch.setattr(worker, "worker_steps", lambda: [mine])
    with time_machine.travel(0, tick=False):
        call_command("work", "--once", stdout=StringIO())
    assert runs == ["acme"]


def test_steps__come_from_the_hook():
    mine, _ = step("acme", [0])
    with hooks.register_temporarily("register_worker_step", lambda: mine):
        assert mine in Schedule().due
