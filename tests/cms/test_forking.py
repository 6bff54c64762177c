"""What `manage.py start` forks after its own queries: no process may talk on another's line."""

import os
import subprocess
import sys

from django.conf import settings

from deploy.services import places

FORKS = """
import os, sys
import django
django.setup()
from django.db import connection
from cms.processes import close_connections

def ask(number):
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s", [number])
        return cursor.fetchone()[0]

assert int(ask(1)) == 1
close_connections()
children = []
for child in range(3):
    pid = os.fork()
    if not pid:
        good = all(int(ask(child * 1000 + n)) == child * 1000 + n for n in range(300))
        os._exit(0 if good else 1)
    children.append(pid)
sys.exit(max(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in children))
"""


def run(code, **environment):
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=places.ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.dev", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_forked_processes__have_connections_of_their_own(tmp_path):
    postgresql = "postgresql" in settings.DATABASES["default"]["ENGINE"]
    database = os.environ["DATABASE_URL"] if postgresql else ""
    run(FORKS, VAR_DIR=str(tmp_path), DATABASE_URL=database)


def test_worker_and_queue__step_back_behind_the_web_server_but_not_with_one_lock_for_all():
    said = "import os; from cms.processes import alone; alone(lambda: print(os.nice(0)), {!r})"
    usual = os.nice(0)
    for name, database, more in (
        ("web server", "postgres://nobody@127.0.0.1:1/none", 0),
        ("worker", "postgres://nobody@127.0.0.1:1/none", 10),
        ("worker", "", 0),
    ):
        assert int(run(said.format(name), DATABASE_URL=database)) == usual + more
