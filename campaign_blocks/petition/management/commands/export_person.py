import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from campaign_blocks.petition.services.export import export_person


class Command(BaseCommand):
    help = "Writes all that is stored about a person. Example: export_person maria@example.org"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="any spelling of the person's address")

    def handle(self, *args: Any, **options: Any) -> None:
        data = export_person(email=options["email"])
        self.stdout.write(json.dumps(data, ensure_ascii=False, indent=2))
