"""Processes are killed while people sign: nobody who was thanked is missing, nobody is twice."""

import asyncio
import json
import os
import random
import signal
import time
from urllib.request import urlopen

import psycopg
import pytest
from django.conf import settings

from tests.faults.cluster import Cluster, copied, durable, full
from tests.faults.signers import CONNECTIONS, Signers
from tests.faults.site import RunningSite

pytestmark = pytest.mark.django_db  # a copy of the migrated database is used, never itself
KILLS = 100 if full() else 8
EVERY = 2.0 if full() else 1.0
CRASHES = 10 if full() else 2


@pytest.fixture
def cluster(service_answers):
    """Only where PostgreSQL is under test; elsewhere the site runs on SQLite."""
    if "postgresql" not in settings.DATABASES["default"]["ENGINE"]:
        yield None
        return
    made = Cluster()
    yield made
    made.end()


@pytest.fixture
def site(cluster, tmp_path):
    running = RunningSite(tmp_path, copied(cluster, tmp_path))
    yield running
    running.end()


@pytest.fixture
def signers(site, tmp_path):
    return Signers(site.base, site.token, tmp_path / "ledger", wanted=1_000_000)


def counted(site, wanted, seconds=10):
    """The public number when it equals the rows, or the last one seen."""
    deadline = time.monotonic() + seconds
    while True:
        with urlopen(f"{site.base}/petitions/fault/count.json", timeout=10) as answer:  # noqa: S310  our own
            number = json.load(answer)["count"]
        if number == wanted or time.monotonic() > deadline:
            return number
        time.sleep(0.3)


def rows(site):
    """Every stored address, and the sizes of what hangs on it."""
    code = (
        "import json\n"
        "from campaign_blocks.petition.models import Consent, OutboxMessage, Signature\n"
        "print(json.dumps([list(Signature.objects.values_list('email', flat=True)),"
        "Consent.objects.count(), OutboxMessage.objects.count()]))"
    )
    return json.loads(site.manage("shell", "--verbosity=0", "-c", code).splitlines()[-1])


def check(site, signers):
    emails, consents, mails = rows(site)
    assert len(emails) == len(set(emails)) == consents == mails
    assert set(signers.acknowledged()) <= set(emails), "thanked, but not stored"
    assert counted(site, len(emails)) == len(emails)


async def kill_web_workers(site, signers):
    chance = random.Random(7)  # noqa: S311  picks a victim
    for _ in range(KILLS):
        await asyncio.sleep(EVERY)
        pids = site.web_workers()
        if pids:
            os.kill(chance.choice(pids), signal.SIGKILL)
    await asyncio.sleep(1)
    signers.wanted = 0


async def crash_database(cluster, signers, pauses):
    for _ in range(CRASHES):
        await asyncio.sleep(2)
        cluster.kill()
        await asyncio.to_thread(cluster.start)
        pauses.append(await back(signers))
    signers.wanted = 0


async def back(signers):
    """Seconds until somebody is thanked again."""
    known, begun = len(signers.acknowledged()), time.monotonic()
    while len(signers.acknowledged()) == known and time.monotonic() < begun + 40:
        await asyncio.sleep(0.1)
    return time.monotonic() - begun


def test_signing__survives_the_killing_of_web_processes(site, signers):
    async def both():
        await asyncio.gather(signers.run(), kill_web_workers(site, signers))

    asyncio.run(both())
    assert len(signers.acknowledged()) >= (25 * KILLS * EVERY if full() else 50)
    assert signers.failed <= KILLS * CONNECTIONS
    assert set(signers.statuses) == {303}
    check(site, signers)


@pytest.mark.service("postgresql")
def test_signing__survives_crashes_of_the_database(cluster, site, signers):
    assert durable(cluster.address())
    pauses = []

    async def both():
        await asyncio.gather(signers.run(), crash_database(cluster, signers, pauses))

    asyncio.run(both())
    assert len(pauses) == CRASHES
    assert max(pauses) <= 30
    assert set(signers.statuses) <= {303, 503}
    with psycopg.connect(cluster.address()):
        check(site, signers)
