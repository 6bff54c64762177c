import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from campaign_blocks.petition.services.export import export_person


class Command(BaseCommand):
    help = (
        "Writes all that is stored about a person as JSON. "
        "Example: export_person maria@example.org --output maria.json"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="any spelling of the person's address")
        parser.add_argument(
            "--output", type=Path, metavar="FILE", help="a new file that only you can read"
        )
        parser.add_argument("--dry-run", action="store_true", help="only say how much there is")

    def handle(self, *args: Any, **options: Any) -> None:
        data = export_person(email=options["email"])
        if options["dry_run"]:
            counted = {name: len(rows) for name, rows in data.items() if isinstance(rows, list)}
            found = [f"{name}: {number}" for name, number in counted.items() if number]
            self.stdout.write(", ".join(found) or "nothing")
            return
        text = json.dumps(data, ensure_ascii=False, indent=2)
        if options["output"]:
            write(options["output"], text)
        else:
            self.stdout.write(text)


def write(path: Path, text: str) -> None:
    path.touch(mode=0o600, exist_ok=False)
    path.write_text(f"{text}\n", encoding="utf-8")
