from argparse import RawDescriptionHelpFormatter
from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management.base import BaseCommand, CommandError, CommandParser

from home.demo.build import Demo, OtherSite
from scoreboard.imports.problems import ImportProblem

EXAMPLES = """examples:
  manage.py demo
  manage.py demo --reset
  manage.py demo --legislators congress-legislators/ --dry-run

Makes what is missing and leaves the rest as editors left it; a second run changes nothing.
--reset removes the demo's own records first, its signatures among them. The new logins'
password is DEMO_PASSWORD, or random and printed."""


class Command(BaseCommand):
    help = "Build the demo campaign: the page of 2020 as ordinary content."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        kwargs.update(epilog=EXAMPLES, formatter_class=RawDescriptionHelpFormatter)
        return super().create_parser(prog_name, subcommand, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--reset", action="store_true", help="remove the demo first")
        parser.add_argument(
            "--legislators",
            metavar="SOURCE",
            help="a roster to import instead of the bundled one: a file, folder or https address",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be made")

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = {"reset": options["reset"], "legislators": options["legislators"]}
        try:
            if options["dry_run"]:
                self.show_plan(Demo.planned(**chosen))
            else:
                refuse_without_static_files()
                self.show(Demo.build(**chosen), options["verbosity"])
        except (ImportProblem, OtherSite) as problem:
            raise CommandError(f"Nothing was changed. {problem}") from problem

    def show_plan(self, wanted: list[str]) -> None:
        for words in wanted:
            self.stdout.write(f"  {words}")
        self.stdout.write(f"Nothing is written. To make: {len(wanted)}")

    def show(self, demo: Demo, verbosity: int) -> None:
        for words in demo.made if verbosity > 1 else ():
            self.stdout.write(f"  {words}")
        for name, password in demo.logins:
            self.stdout.write(f"Login: {name} / {password}")
        self.stdout.write(f"made: {len(demo.made)}")


def refuse_without_static_files() -> None:
    """The demo draws its pages once, so that the first visitor need not wait."""
    if not getattr(staticfiles_storage, "hashed_files", True):
        raise CommandError("Nothing was changed. First run: manage.py collectstatic --noinput")
