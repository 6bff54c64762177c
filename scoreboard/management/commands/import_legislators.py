from argparse import RawDescriptionHelpFormatter
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from campaign_blocks.kit.progress import ProgressBar
from scoreboard.imports.changes import Changes
from scoreboard.imports.gather import gather
from scoreboard.imports.problems import ImportProblem
from scoreboard.imports.telling import tell_all
from scoreboard.services.imports import bring_in

EXAMPLES = """examples:
  manage.py import_legislators roster.csv
  manage.py import_legislators congress-legislators/
  manage.py import_legislators legislators-current.yaml --social legislators-social-media.yaml
  manage.py import_legislators https://example.org/legislators-current.json --dry-run
  manage.py import_legislators ep-popolo-v1.0.json
  manage.py import_legislators openstates-ca-legislature.tar.gz openstates-ma-legislature.tar.gz

A folder (or an https address that ends with /) holds legislators-current,
legislators-social-media and legislators-district-offices; or a YAML file for each person,
as Open States keeps them, also packed as .tar.gz. A new Congress is one such command: who
left is retired, who came is created, who moved from one chamber to the other keeps the page.
Later sources win over earlier
ones. People who are in none of them are retired, but only from a chamber of which the
sources name at least nine tenths; retired people keep their page. What staff edited by
hand is never overwritten. Each import can be undone in the admin."""


class Command(BaseCommand):
    help = (
        "Bring the people of a roster up to date: congress-legislators YAML or JSON, Popolo JSON, "
        "Open States YAML, or CSV."
    )

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        kwargs.update(epilog=EXAMPLES, formatter_class=RawDescriptionHelpFormatter)
        return super().create_parser(prog_name, subcommand, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("sources", nargs="+", metavar="SOURCE")
        parser.add_argument("--social", default="", metavar="FILE", help="accounts by person")
        parser.add_argument("--offices", default="", metavar="FILE", help="offices by person")
        parser.add_argument(
            "--as-of", type=date.fromisoformat, metavar="DATE", help="who was in office that day"
        )
        parser.add_argument("--partial", action="store_true", help="retire nobody")
        parser.add_argument("--dry-run", action="store_true", help="say what would change")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with ProgressBar(self.stdout, "Reading") as bar:
                roster = gather(
                    options["sources"],
                    social=options["social"],
                    offices=options["offices"],
                    as_of=options["as_of"],
                    tick=bar,
                )
        except ImportProblem as problem:
            raise CommandError(f"Nothing was imported. {problem}") from problem
        for words in roster.left_out:
            self.stderr.write(f"Left out: {words}")
        with ProgressBar(self.stdout, "Writing") as bar:
            changes = bring_in(
                roster=roster,
                sources=options["sources"],
                partial=options["partial"],
                as_of=options["as_of"],
                dry_run=options["dry_run"],
                tick=bar,
            )
        self.report(changes, options["dry_run"])

    def report(self, changes: Changes, dry_run: bool) -> None:
        if dry_run:
            self.stdout.write("Nothing is written; this is what would be.")
            for line in tell_all(changes):
                self.stdout.write(f"  {line}")
        self.stdout.write(str(changes))
