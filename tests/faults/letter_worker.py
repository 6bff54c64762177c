"""Sends letters in a process that may be killed, and starts another at once.

Django is loaded once; each worker is a fork of that. Writes "worker PID" when one starts; ends
by itself when a worker finds nothing left to do.
"""

import os
import sys
import time
from datetime import timedelta

import django

django.setup()


def work():
    from django.db import connections

    from campaign_blocks.petition.letters import deliver

    connections.close_all()
    deliver.LEASE = timedelta(seconds=0.5)  # so that leases run out while others work
    worker, idle = deliver.LetterDelivery(), 0
    while idle < 20:
        idle = 0 if worker.run() else idle + 1
        time.sleep(0.005 if not idle else 0.05)


while True:
    pid = os.fork()
    if not pid:
        work()
        os._exit(0)
    sys.stdout.write(f"worker {pid}\n")
    sys.stdout.flush()
    _pid, status = os.waitpid(pid, 0)
    if os.WIFEXITED(status):
        break
