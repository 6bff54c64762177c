from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from campaign_blocks.petition.services.retain import begin_run, past_their_term, run_batch


class Command(BaseCommand):
    help = (
        "Deletes what is past its term: unconfirmed after 30 days, held after 90; half a year "
        "after the end of a campaign signatures without a standing consent are emptied and stay "
        "counted. Example: apply_retention --dry-run"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="list exactly what a run does")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dry_run"]:
            self.list_only()
            return
        run = begin_run()
        while forgotten := run_batch(run):
            for line in forgotten:
                self.stdout.write(str(line))
        run.refresh_from_db()
        self.stdout.write(
            f"deleted: {run.unconfirmed} unconfirmed, {run.held} held; emptied: {run.reduced}"
        )

    def list_only(self) -> None:
        found = {"unconfirmed": 0, "held": 0, "reduced": 0}
        for line in past_their_term(timezone.now()):
            found[line.term] += 1
            self.stdout.write(str(line))
        self.stdout.write(
            f"deleted: {found['unconfirmed']} unconfirmed, {found['held']} held; "
            f"emptied: {found['reduced']}"
        )
