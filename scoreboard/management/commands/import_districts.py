from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from campaign_blocks.kit.progress import ProgressBar
from scoreboard.imports.districts import parse
from scoreboard.imports.problems import ImportProblem
from scoreboard.imports.sources import read_text
from scoreboard.services.districts import replace_districts


class Command(BaseCommand):
    help = (
        "Read which ZIP code lies in which districts of the House (columns state_abbr, zcta, cd); "
        "the file replaces what was imported before. Example: manage.py import_districts zccd.csv"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="a CSV file or an https address")
        parser.add_argument("--dry-run", action="store_true", help="say what would change")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            text = read_text(options["file"])
            with ProgressBar(self.stdout, "Reading") as bar:
                entries = parse(text.text, source=text.name, tick=bar)
        except ImportProblem as problem:
            raise CommandError(f"Nothing was imported. {problem}") from problem
        with ProgressBar(self.stdout, "Writing") as bar:
            changes = replace_districts(entries=entries, dry_run=options["dry_run"], tick=bar)
        if options["dry_run"]:
            self.stdout.write("Nothing is written; this is what would be.")
        self.stdout.write(str(changes))
