from argparse import RawDescriptionHelpFormatter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from campaign_blocks.kit.progress import ProgressBar, ticking
from scoreboard.congress_gov.client import Client, make_client
from scoreboard.congress_gov.problems import CongressProblem
from scoreboard.models import Bill, BillNumber
from scoreboard.services.sync_bill import sync_number

EXAMPLES = """examples:
  manage.py sync_bill s4084-116 hr7356-116
  manage.py sync_bill --all
  manage.py sync_bill s4084-116 --dry-run

Needs CONGRESS_API_KEY. A bill that is not there yet is made. Cosponsors who withdrew are not
sponsoring any more; their history says that they were. When Congress.gov is down, slow or
makes no sense, nothing changes. Bills marked “keep current” are read by the worker."""


class Command(BaseCommand):
    help = "Bring the sponsors and cosponsors of bills up to date from Congress.gov."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        kwargs.update(epilog=EXAMPLES, formatter_class=RawDescriptionHelpFormatter)
        return super().create_parser(prog_name, subcommand, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bills", nargs="*", metavar="BILL", help="such as s4084-116")
        parser.add_argument("--all", action="store_true", help="every bill marked “keep current”")
        parser.add_argument("--dry-run", action="store_true", help="say what would change")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            client = make_client()
        except CongressProblem as problem:
            raise CommandError(str(problem)) from None
        keys = numbers_of(options["bills"], every=options["all"])
        if not keys:
            raise CommandError("Name a bill, such as s4084-116, or say --all.")
        if options["dry_run"]:
            self.stdout.write("Nothing is written; this is what would be.")
        with ProgressBar(self.stdout, "Asking") as bar:
            told = {key: self.sync(key, client, options["dry_run"]) for key in ticking(keys, bar)}
        for line in filter(None, told.values()):
            self.stdout.write(line)
        if failed := [key for key, line in told.items() if not line]:
            raise CommandError(f"Not brought up to date: {', '.join(failed)}")

    def sync(self, key: str, client: Client, dry_run: bool) -> str:
        """The line that tells what changed; empty where it failed, which is told at once."""
        try:
            changes = sync_number(slug=key, client=client, dry_run=dry_run)
        except CongressProblem as problem:
            self.stderr.write(f"{key}: {problem} Nothing was changed.")
            return ""
        for identifier in changes.unknown:
            self.stderr.write(f"{key}: {identifier} is in no roster that was imported.")
        return f"{key}: {changes}"


def numbers_of(names: list[str], *, every: bool) -> list[str]:
    """Keys of numbers; the address of a bill that is no such key stands for all its numbers."""
    keys = list(names)
    if every:
        numbers = BillNumber.objects.filter(bill__keep_current=True)
        keys += numbers.values_list("slug", flat=True)
    found: list[str] = []
    for key in keys:
        bill = Bill.objects.filter(slug=key).exclude(numbers__slug=key).first()
        found += [number.slug for number in bill.numbers.all()] if bill else [key]
    return list(dict.fromkeys(found))
