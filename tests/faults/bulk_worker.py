"""Does bulk changes in a process that may be killed, and starts another at once.

Django is loaded once; each worker is a fork of that. Writes "worker PID" when one starts; ends
by itself when a worker finds nothing left to do.
"""

import os
import sys
import time

import django

django.setup()


def work():
    from django.db import connections

    from campaign_blocks.petition.services.bulk_worker import bulk_step
    from campaign_blocks.petition.services.roll_up import roll_up

    connections.close_all()
    idle = 0
    while idle < 20:
        idle = 0 if bulk_step() + roll_up() else idle + 1
        time.sleep(0.01 if not idle else 0.05)  # as the worker rests between rounds


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
