"""Workers are killed while they change many signatures: every row is changed once or not at all,
the number follows, and undo gives everybody back what she was."""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings

from deploy.services import places
from tests.faults.cluster import Cluster, copied, full

pytestmark = pytest.mark.django_db  # a copy of the migrated database is used, never itself
ROWS = 100_000 if full() else 6_000
MANY = 100_000 if full() else 25_000  # so many that a worker is not done before somebody can press
KILLS = 20 if full() else 3

SEED = """
from django.core.management import call_command
from django.utils import timezone
from campaign_blocks.petition.models import *
call_command("createcachetable", verbosity=0)
petition = Petition.objects.create(title="F", slug="f", confirm_by_mail=False)
now, many = timezone.now(), int(sys.argv[-1])
STATES = ["confirmed", "confirmed", "pending", "suspect"]
Signature.objects.bulk_create([Signature(petition=petition, fingerprint=n.to_bytes(32, "big"),
    name="A", email=f"a{n}@x.example", source="bots" if n < many else "", state=STATES[n % 4],
    held_from="confirmed" if n % 4 == 3 else "", suspect_for="address" if n % 8 == 3 else "",
    created_at=now, judged_at=now, confirmed_at=now) for n in range(many + 1000)], batch_size=500)
PetitionCount.objects.create(petition=petition, as_of=now,
    confirmed=Signature.objects.counted().count())
"""
START = """
from campaign_blocks.petition.models import BulkAction
from campaign_blocks.petition.services.bulk_changes import *
from django.contrib.auth.models import User
by, _made = User.objects.get_or_create(username="mo")
action = preview(kind=sys.argv[-1], criteria={"source": "bots"}, reason="bots", by=by)
start(action=action, by=by)
print(action.counted)
"""
STOP = """
import time
from campaign_blocks.petition.models import BulkAction
from campaign_blocks.petition.services.bulk_changes import cancel
from django.contrib.auth.models import User
by = User.objects.get()
print("0", flush=True)
while not BulkAction.objects.get().done:
    time.sleep(0.005)
cancel(action=BulkAction.objects.get(), by=by)
"""
PRESS = """
from campaign_blocks.petition.models import BulkAction
from campaign_blocks.petition.services import bulk_changes
from django.contrib.auth.models import User
action = BulkAction.objects.latest("pk")
getattr(bulk_changes, sys.argv[-1])(action=action, by=User.objects.get())
"""
OUTCOME = """
import hashlib, json
from datetime import timedelta
from django.db.models import Count
from campaign_blocks.petition.models import *
from campaign_blocks.petition.services.roll_up import roll_up
while roll_up():
    pass
rows = Signature.objects.order_by("pk").values_list("pk", "state", "held_from", "suspect_for")
action = BulkAction.objects.order_by("-pk").first()
print(json.dumps({
    "number": PetitionCount.objects.get().confirmed,
    "counted": Signature.objects.counted().count(),
    "states": dict(Signature.objects.filter(source="bots").values_list("state")
        .annotate(n=Count("pk"))),
    "all": hashlib.sha256(repr(list(rows)).encode()).hexdigest(),
    "action": action and [action.state, action.done, action.rows.count()],
    "late": action and action.ended_at and Signature.objects.filter(
        held_at__gt=action.ended_at + timedelta(seconds=5)).count(),
}))
"""


@pytest.fixture
def database(tmp_path):
    if "postgresql" not in settings.DATABASES["default"]["ENGINE"]:
        yield copied(None, tmp_path)
        return
    cluster = Cluster()
    yield copied(cluster, tmp_path)
    cluster.end()


@pytest.fixture
def ask(database, tmp_path):
    """Runs a few lines beside the workers."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "DATABASE_URL": database,
        "DATABASE_ROLE": "worker",
        "VAR_DIR": str(tmp_path),
    }

    def run(lines, *arguments):
        code = f"import django, sys\ndjango.setup()\n{lines}"
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            cwd=places.ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout) if done.stdout.strip() else None

    run.environment = environment
    return run


@pytest.fixture
def workers(ask):
    """Starts workers, kills so many of them, and waits until the last one has nothing to do."""

    def run(kills):
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.bulk_worker"],
            cwd=places.ROOT,
            env=ask.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number, line in enumerate(process.stdout):
            if number < kills:
                time.sleep(random.uniform(0.05, 0.6))  # noqa: S311  when a worker dies
                os.kill(int(line.split()[1]), signal.SIGKILL)
        assert process.wait(120) == 0

    return run


@pytest.mark.parametrize("kind", ["hold", "invalidate"])
def test_bulk__killed_again_and_again(ask, workers, kind):
    ask(SEED, str(ROWS))
    before = ask(OUTCOME)
    wanted = ask(START, kind)
    workers(KILLS)
    done = ask(OUTCOME)
    assert done["action"] == ["done", wanted, wanted]
    state = {"hold": "suspect", "invalidate": "invalidated"}[kind]
    assert done["states"] == {state: ROWS}
    assert done["number"] == done["counted"] == before["counted"] - ROWS // 2
    ask(PRESS, "undo")
    workers(KILLS)
    undone = ask(OUTCOME)
    assert undone["action"] == ["undone", 0, 0]
    assert (undone["all"], undone["number"]) == (before["all"], before["number"])


def test_bulk__stops_within_five_seconds(ask, workers):
    ask(SEED, str(MANY))
    ask(START, "invalidate")
    code = f"import django, sys\ndjango.setup()\n{STOP}"
    staff = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=places.ROOT,
        env=ask.environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    staff.stdout.readline()  # she looks at the page now, and presses when the first rows change
    workers(0)
    assert staff.wait(30) == 0
    done = ask(OUTCOME)
    state, changed, noted = done["action"]
    assert state == "cancelled"
    assert 0 < changed == noted < MANY
    assert done["late"] == 0
    assert done["number"] == done["counted"]
