import signal
import time
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from campaign_blocks.kit.worker import Schedule


class Command(BaseCommand):
    help = (
        "Runs the background steps of all plugins (mail, counting, judgement) until stopped. "
        "Example: manage.py work --once"
    )
    stopping = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="run what is due once, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        schedule = Schedule()
        while not self.stopping:
            pause = schedule.run_due()
            close_old_connections()
            if options["once"]:
                return
            time.sleep(pause)

    def stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True
