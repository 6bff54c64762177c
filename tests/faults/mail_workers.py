"""Real worker processes on the database under test, each of which may be killed or frozen."""

import json
import os
import subprocess
import sys
import threading

from deploy.services import places


def queue_mails(number):
    """So many signers, judged, each with a confirmation mail that is due."""
    # Where this module is imported, Django may not be set up yet.
    from django.utils import timezone

    from campaign_blocks.petition.models import OutboxMessage, Signature
    from tests.petition.factories import make_petition

    petition = make_petition(confirm_by_mail=True)
    now = timezone.now()
    people = Signature.objects.bulk_create(
        Signature(
            petition=petition, fingerprint=f"mailbox-{n:024}".encode(), name="Ana",
            email=f"signer{n}@example.org", state="pending", language="en",
            created_at=now, judged_at=now,
        )
        for n in range(number)
    )  # fmt: skip
    OutboxMessage.objects.bulk_create(
        OutboxMessage(kind="confirm", signature=one, next_attempt_at=now, created_at=now)
        for one in people
    )


class Database:
    """A copy of the migrated database, which processes of the product use and this one does not."""

    def __init__(self, address, folder, sink):
        self.folder = folder
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
            "DATABASE_URL": address,
            "EMAIL_URL": f"smtp://127.0.0.1:{sink.port}",
            "VAR_DIR": str(folder),
        }

    def ask(self, lines):
        code = f"import django\ndjango.setup()\n{lines}"
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=places.ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout) if done.stdout.strip() else None

    def queue(self, number):
        self.ask(
            "from django.core.management import call_command\n"
            "from tests.faults.mail_workers import queue_mails\n"
            "call_command('createcachetable', verbosity=0)\n"
            f"queue_mails({number})"
        )

    def states(self):
        """The state of each mail, by its Message-ID."""
        return self.ask(
            "import json\n"
            "from campaign_blocks.petition.mails.building import headers\n"
            "from campaign_blocks.petition.models import OutboxMessage\n"
            "rows = OutboxMessage.objects.all()\n"
            "print(json.dumps({headers(one, '')['Message-ID']: one.state for one in rows}))"
        )


class Worker:
    def __init__(self, database, lease):
        self.pid = 0
        self.log = (database.folder / f"worker-{id(self)}.log").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.mail_worker", str(lease)],
            cwd=places.ROOT,
            env=database.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self.log,
            start_new_session=True,
        )
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            self.pid = int(line)

    def signal(self, number):
        """To the process that sends, never to the one that starts it again."""
        pid, self.pid = self.pid, 0 if number == 9 else self.pid
        if not pid:
            return False
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            return False
        return True

    def wait(self, seconds):
        self.process.wait(seconds)

    def end(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, 9)
            self.process.wait(10)
        self.reader.join(5)
        self.process.stdout.close()
        self.log.close()
