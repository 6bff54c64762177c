"""Workers are killed while they send letters: nobody gets one twice, none is lost in silence."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time

import pytest
from django.conf import settings

from deploy.services import places
from tests.faults.cluster import Cluster, copied, full
from tests.faults.sinks import congress_sink, mail_sink

pytestmark = pytest.mark.django_db  # a copy of the migrated database is used, never itself
KILLS = 500 if full() else 10
LETTERS = 3 * KILLS
MARGIN = 0.05  # seconds: about as long as one letter takes

SEED = """
import sys
from django.core.management import call_command
from django.utils import timezone
from campaign_blocks.petition.models import *
call_command("createcachetable", verbosity=0)
way, many, now = sys.argv[-2], int(sys.argv[-1]), timezone.now()
petition = Petition.objects.create(title="F", slug="f", letter_body="Dear", letter_pace=3600)
text = LetterText.objects.create(subject="S", body="Dear")
for n in range(many):
    who = Signature.objects.create(petition=petition, fingerprint=n.to_bytes(32, "big"),
        name="A B", state="confirmed", email=f"a{n}@example.org", postal_code="97214",
        created_at=now, judged_at=now)
    to = LetterRecipient.objects.create(petition=petition, target=str(n), name=f"R{n}",
        email=f"r{n}@office.example", office="HOR03", next_letter_at=now)
    Letter.objects.create(signature=who, recipient=to, text=text, channel=way, created_at=now,
        next_attempt_at=now)
"""
OUTCOME = """
import json
from collections import Counter
from datetime import timedelta
from django.utils import timezone
from campaign_blocks.petition.letters.channels.email import build
from campaign_blocks.petition.letters.deliver import LEASE, mark_in_doubt
from campaign_blocks.petition.letters.outgoing import key_of
from campaign_blocks.petition.models import Letter
Letter.objects.filter(state="sending").update(next_attempt_at=timezone.now() - LEASE)
mark_in_doubt()
print(json.dumps({key_of(one): one.state for one in Letter.objects.all()}))
"""


@pytest.fixture
def database(tmp_path):
    if "postgresql" not in settings.DATABASES["default"]["ENGINE"]:
        yield copied(None, tmp_path)
        return
    cluster = Cluster()
    yield copied(cluster, tmp_path)
    cluster.end()


def environment(database, folder, way, sink):
    url = f"http://127.0.0.1:{sink.port}"
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "DATABASE_URL": database,
        "DATABASE_ROLE": "worker",
        "VAR_DIR": str(folder),
        "EMAIL_URL": f"smtp://127.0.0.1:{sink.port}",
        "DEFAULT_FROM_EMAIL": "Campaign <hello@campaign.example>",
        **{f"CWC_{name}_URL": url for name in ("HOUSE", "SENATE")},
        **{f"CWC_{name}": "x" for name in ("HOUSE_KEY", "SENATE_KEY", "AGENT", "AGENT_EMAIL")},
        **{f"CWC_{name}": "x" for name in ("AGENT_CONTACT", "AGENT_PHONE")},
    }


def manage(surroundings, code, *arguments):
    """Runs a few lines as the project would."""
    start = "import sys, django; django.setup(); exec(sys.argv[1])"
    command = [sys.executable, "-c", start, code, *arguments]
    done = subprocess.run(
        command, cwd=places.ROOT, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


class Killer:
    """Waits until a worker talks to the sink, and kills it a moment later: before the letter is
    taken, after that, while the answer is under way, or when it is marked."""

    def __init__(self, sink):
        self.talking, self.killed = threading.Event(), 0
        self.pause = {"text": 0.004, "message": 0.004, "done": 0.012}
        sink.behave = self.listen

    def listen(self, step):
        """A server thinks before and after it takes a letter; so long over the first one that
        the first kill lands there on every machine."""
        handed_over = step in ("text", "message")
        if self.killed or handed_over:
            self.talking.set()
        time.sleep(1 if handed_over and not self.killed else self.pause.get(step, 0))

    def run(self, surroundings, kills):
        """Answers how many died by our hand; the last one runs to the end."""
        command = [sys.executable, "-m", "tests.faults.letter_worker"]
        with subprocess.Popen(
            command, cwd=places.ROOT, env=surroundings, stdout=subprocess.PIPE, text=True
        ) as starter:
            for line in starter.stdout:
                self.talking.clear()
                if self.killed == kills or not self.talking.wait(20):
                    continue
                time.sleep(random.uniform(0, MARGIN))  # noqa: S311  a point in time
                os.kill(int(line.split()[1]), signal.SIGKILL)
                self.killed += 1
        return self.killed


@pytest.mark.parametrize(("way", "open_sink"), [("email", mail_sink), ("cwc", congress_sink)])
def test_letters__workers_killed_at_random_send_nothing_twice(database, tmp_path, way, open_sink):
    with open_sink() as sink:
        killer = Killer(sink)
        surroundings = environment(database, tmp_path, way, sink)
        manage(surroundings, SEED, way, str(LETTERS))
        assert killer.run(surroundings, KILLS) == KILLS
        states = json.loads(manage(surroundings, OUTCOME))
        arrived = {key.removeprefix("<letter.").split("@")[0] for key in sink.accepted}
    assert max(sink.accepted.values()) == 1
    sent = {key for key, state in states.items() if state == "sent"}
    doubt = {key for key, state in states.items() if state == "unknown"}
    assert sent | doubt == set(states)
    assert sent <= arrived <= sent | doubt
    assert len(doubt) <= KILLS
    assert doubt, "no kill landed while a letter was under way"
