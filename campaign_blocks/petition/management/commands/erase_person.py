from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from campaign_blocks.petition.services.erase import erase_person, find


class Command(BaseCommand):
    help = (
        "Removes everything stored about one person; counted signatures stay counted without a "
        "name. Example: erase_person maria@example.org --dry-run"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="any spelling of the person's address")
        parser.add_argument("--dry-run", action="store_true", help="only count what would go")

    def handle(self, *args: Any, **options: Any) -> None:
        """The address is not repeated in the output: logs keep what is printed."""
        if options["dry_run"]:
            self.stdout.write(f"signatures found: {find(options['email']).count()}")
            return
        done = erase_person(email=options["email"])
        self.stdout.write(f"emptied: {done.emptied}, deleted: {done.deleted}")
