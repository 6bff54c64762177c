"""A worker that delivers mail, forked anew whenever it is killed, until nothing is left to send.

python -m tests.faults.mail_worker SECONDS_OF_LEASE: prints the number of each new process.
"""

import os
import sys
import time
from datetime import timedelta

import django


def main() -> None:
    django.setup()
    from django.conf import settings

    from campaign_blocks.petition.services import deliver

    settings.EMAIL_TIMEOUT = 2
    deliver.LEASE = timedelta(seconds=float(sys.argv[1]))
    while True:
        child = os.fork()
        if not child:
            work()
        print(child, flush=True)  # noqa: T201  the test reads it
        if os.waitpid(child, 0)[1] == 0:
            return


def work() -> None:
    from django.utils import timezone

    from campaign_blocks.petition.models import OutboxMessage
    from campaign_blocks.petition.services.deliver import Delivery

    delivery = Delivery()
    while OutboxMessage.objects.open().exists():
        if not (OutboxMessage.objects.due(timezone.now()).exists() and delivery.run()):
            time.sleep(0.02)
    os._exit(0)


if __name__ == "__main__":
    main()
