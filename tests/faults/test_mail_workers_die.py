"""Mail workers are killed and frozen while they send: no mail is lost, hardly one goes twice."""

import random
import signal
import time
from datetime import timedelta

import pytest
from django.conf import settings

from campaign_blocks.petition.services import deliver
from tests.faults.cluster import Cluster, copied, full
from tests.faults.mail_workers import Database, Worker
from tests.faults.sink import Sink

pytestmark = pytest.mark.django_db  # a copy of the migrated database is used, never itself

KILLS = 1000 if full() else 18
MAILS = 5000 if full() else 150
PATIENCE = 3600 if full() else 60
chance = random.Random(20)  # noqa: S311  the same points each time


@pytest.fixture
def sink():
    made = Sink()
    yield made
    made.end()


@pytest.fixture
def cluster():
    if "postgresql" not in settings.DATABASES["default"]["ENGINE"]:
        yield None
        return
    made = Cluster()
    yield made
    made.end()


@pytest.fixture
def database(cluster, sink, tmp_path):
    return Database(copied(cluster, tmp_path), tmp_path, sink)


@pytest.fixture
def workers(database):
    made = []

    def start(number, lease=1.0):
        made.extend(Worker(database, lease) for _ in range(number))
        return made

    yield start
    for worker in made:
        worker.end()


def test_kill__at_random_points_and_right_after_the_answer(workers, database, sink):
    database.queue(MAILS)
    killed = []

    def perhaps_kill():
        """At once: the server has answered and the row does not know it. Or a little later."""
        if len(killed) >= KILLS or chance.random() > 0.25:
            return
        if chance.random() < 0.5:
            killed.append(worker.signal(signal.SIGKILL))
        else:
            later = chance.uniform(0.001, 0.02)
            sink.loop.call_later(later, lambda: killed.append(worker.signal(signal.SIGKILL)))

    (worker,) = workers(1)
    sink.after_250 = perhaps_kill
    worker.wait(PATIENCE)
    states = database.states()
    sent = {one for one, state in states.items() if state == "sent"}
    # Those whose worker died twice while they were under way wait for staff.
    doubt = {one for one, state in states.items() if state == "unknown"}
    assert sum(killed) >= KILLS / 2  # those that hit a worker and not a moment between two
    assert (len(states), sent | doubt) == (MAILS, set(states))
    assert sent <= set(sink.copies) <= sent | doubt  # nobody is lost in silence
    assert max(sink.copies.values()) <= 2
    assert len(sink.mails) - len(sink.copies) <= sum(killed)
    assert len(doubt) <= KILLS / 3


def test_four_workers__each_mail_once(workers, database, sink):
    database.queue(MAILS)
    for worker in workers(4, lease=60.0):
        worker.wait(PATIENCE)
    assert set(database.states().values()) == {"sent"}
    assert (len(sink.copies), max(sink.copies.values())) == (MAILS, 1)


def test_frozen_worker__is_taken_over_and_sends_nothing_when_it_wakes(workers, database, sink):
    database.queue(60)
    (frozen,) = workers(1)
    seen = []

    def freeze():
        """While it waits for the answer: on SQLite nobody passes one frozen in a write."""
        seen.append(1)
        if len(seen) == 5:
            frozen.signal(signal.SIGSTOP)

    sink.before_250 = freeze
    deadline = time.monotonic() + 20
    while len(seen) < 5 and time.monotonic() < deadline:
        time.sleep(0.05)
    sleeping = frozen.pid
    workers(1)[1].wait(PATIENCE)
    assert set(database.states().values()) == {"sent"}
    frozen.pid = sleeping
    frozen.signal(signal.SIGCONT)
    frozen.wait(PATIENCE)
    # At most the one mail that was on its way when the worker froze.
    assert len(sink.copies) == 60
    assert len(sink.mails) <= 61


def test_lease__ends_within_five_minutes_and_outlasts_a_batch():
    longest_batch = timedelta(seconds=deliver.SECONDS + 2 * 10)
    promised = timedelta(minutes=5)
    assert longest_batch < deliver.LEASE <= promised
