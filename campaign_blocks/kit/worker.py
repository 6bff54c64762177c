"""The worker's loop: every plugin's steps, each at its own pace; one that fails delays no other."""

import logging
import time

from django.db import Error, connection

from campaign_blocks.kit.doors import WorkerStep, worker_steps

log = logging.getLogger("campaign.worker")

LONGEST_PAUSE = 0.5
PAUSE_AFTER_FAILURE = 5.0


class Schedule:
    def __init__(self, steps: list[WorkerStep] | None = None) -> None:
        self.due = dict.fromkeys(worker_steps() if steps is None else steps, 0.0)

    def run_due(self) -> float:
        """Runs every step that is due and answers how many seconds to sleep."""
        for step, when in self.due.items():
            if time.monotonic() >= when:
                self.due[step] = time.monotonic() + self.run(step)
        soonest = min(self.due.values(), default=time.monotonic() + LONGEST_PAUSE)
        return min(max(soonest - time.monotonic(), 0.01), LONGEST_PAUSE)

    def run(self, step: WorkerStep) -> float:
        """Seconds until this step is due again: at once while it still finds work."""
        try:
            found_work = step.run() > 0
        except Exception as error:  # a fault of one plugin must not stop the others
            log.error("worker step %s failed: %s", step.name, type(error).__name__)
            if isinstance(error, Error):
                connection.close()
            return max(step.every_seconds, PAUSE_AFTER_FAILURE)
        return 0.0 if found_work else step.every_seconds
