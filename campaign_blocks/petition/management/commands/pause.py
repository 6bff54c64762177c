from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from campaign_blocks.petition.models.switch import SwitchName
from campaign_blocks.petition.services.switching import switch


class Command(BaseCommand):
    help = (
        "Pauses signing, mail or letters to lawmakers for everybody, within ten seconds; nothing "
        "is lost. `resume` undoes it. Example: manage.py pause signing --reason 'flood of bots'"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", choices=SwitchName.values, help="what is paused")
        parser.add_argument("--reason", required=True, help="one sentence, kept in the log")
        parser.add_argument("--dry-run", action="store_true", help="only say what would happen")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["dry_run"]:
            try:
                switch(name=options["name"], paused=True, reason=options["reason"])
            except ValidationError as error:
                raise CommandError(" ".join(error.messages)) from error
        verb = "would be paused" if options["dry_run"] else "is paused"
        self.stdout.write(f"{options['name']} {verb}; all processes follow within 10 seconds.")
