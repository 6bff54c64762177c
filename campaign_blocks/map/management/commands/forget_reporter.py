from argparse import RawDescriptionHelpFormatter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from campaign_blocks.map.reports.forgetting import forget_address


class Command(BaseCommand):
    help = """Removes somebody's e-mail address from what she reported about places.

Example:
    manage.py forget_reporter maria@example.org --dry-run"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("email")
        parser.add_argument("--dry-run", action="store_true", help="count, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        number = forget_address(email=options["email"], dry_run=options["dry_run"])
        self.stdout.write(f"reports: {number}")
